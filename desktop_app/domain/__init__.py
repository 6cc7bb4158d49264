"""The rules of the office: pure functions over plain values. No files, no SQL, no Qt, no clock."""
