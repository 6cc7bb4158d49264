CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE activity (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  held_on text not null,
  place text,
  audience text,
  head_count integer check (head_count >= 0),
  topic text not null check (topic <> ''),
  organizer text,
  note text
) strict;

CREATE TABLE attachment (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  essay_id integer references essay (id),
  submission_id integer references submission (id),
  venue_diary_id integer references venue_diary (id),
  name text not null check (name <> ''),
  hash text not null references blob (hash),
  added_at text not null,
  check ((essay_id is not null) + (submission_id is not null) + (venue_diary_id is not null) = 1)
) strict;

CREATE TABLE blob (
  hash text primary key,
  size integer not null,
  content blob not null
) strict, without rowid;

CREATE TABLE committee_term (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  organization_id integer not null references organization (id),
  name text not null check (name <> ''),
  starts_on text not null,
  ends_on text not null default '9999-12-31',
  check (starts_on < ends_on)
) strict;

CREATE TABLE conference (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  name text not null check (name <> ''),
  kind text not null default 'main' check (kind in ('main', 'makeup')),
  place text,
  chair text,
  frozen_at text,
  closed_at text
) strict;

CREATE TABLE conference_reopening (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  closed_at text not null,
  reopened_at text not null,
  reason text not null check (reason <> '')
) strict;

CREATE TABLE counter (
  name text primary key,
  value integer not null
) strict, without rowid;

CREATE TABLE current_gesture (
  only_row integer primary key check (only_row = 1),
  gesture_id integer references gesture (id),
  bulk integer not null default 0
) strict;

CREATE TABLE draft (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  form_id text not null,
  subject text not null,
  name text not null check (name <> ''),
  edits text not null,
  saved_at text not null
) strict;

CREATE TABLE essay (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  member_id integer not null references member (id),
  attempt integer not null check (attempt > 0),
  received_on text not null,
  form text not null check (form in ('handwritten', 'typed')),
  result text check (result in ('passed', 'rewrite')),
  score text,
  marked_on text,
  marked_by text,
  confirmed_on text,
  confirmed_by text,
  withdrawn_on text,
  note text, checking_from text, checker text, forwarding_id integer references essay_forwarding (id),
  unique (round_id, member_id, attempt)
) strict;

CREATE TABLE essay_checker (
  round_id integer not null references study_round (id),
  organization_id integer not null references organization (id),
  checker text not null check (checker <> ''),
  primary key (round_id, organization_id)
) strict, without rowid;

CREATE TABLE essay_exemption (
  id integer primary key,
  member_id integer not null references member (id),
  round_id integer references study_round (id),
  reason text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;

CREATE TABLE essay_forwarding (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  forwarded_on text not null,
  recipient text not null check (recipient <> ''),
  document_no text,
  note text
) strict;

CREATE TABLE essay_part_score (
  essay_id integer not null references essay (id),
  position integer not null,
  score text not null,
  primary key (essay_id, position)
) strict, without rowid;

CREATE TABLE essay_question (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  text text not null check (text <> ''),
  unique (round_id, position)
) strict;

CREATE TABLE extension (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  deadline_id integer references round_deadline (id),
  member_id integer references member (id),
  organization_id integer references organization (id),
  due_on text not null,
  reason text not null check (reason <> ''),
  check ((member_id is null) <> (organization_id is null)),
  check (deadline_id is null or member_id is null)
) strict;

CREATE TABLE gesture (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  done_at text not null,
  user text not null,
  verb text not null,
  summary text not null,
  bulk integer not null default 0 check (bulk in (0, 1)),
  undoes integer references gesture (id),
  undone_by integer references gesture (id)
) strict;

CREATE TABLE half_day (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  held_on text not null,
  part text not null check (part in ('morning', 'afternoon', 'evening')),
  kind text not null default 'study' check (kind in ('study', 'action_programme')),
  starts_at text,
  ends_at text,
  unique (conference_id, held_on, part)
) strict;

CREATE TABLE half_day_covers (
  half_day_id integer not null references half_day (id),
  missed_half_day_id integer not null references half_day (id),
  primary key (half_day_id, missed_half_day_id),
  check (half_day_id <> missed_half_day_id)
) strict, without rowid;

CREATE TABLE head_count (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  venue_id integer not null references venue (id),
  half_day_id integer not null references half_day (id),
  people text not null check (people <> ''),
  count integer not null check (count >= 0),
  unique (venue_id, half_day_id, people)
) strict;

CREATE TABLE import_layout (
  words text primary key,
  layout text not null
) strict, without rowid;

CREATE TABLE issued_about (
  document_id integer not null references issued_document (id),
  member_id integer not null references member (id),
  primary key (document_id, member_id)
) strict, without rowid;

CREATE TABLE issued_document (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  issuer_id integer not null references organization (id),
  term text not null,
  kind text not null,
  number integer not null check (number > 0),
  issued_on text not null,
  title text not null check (title <> ''),
  body text not null,
  figures text not null,
  print_hash text references blob (hash),
  withdrawn_on text, symbol text, form_id text, subject text, round_id integer references study_round (id), signer text, issued_at text, withdrawn_reason text,
  unique (issuer_id, term, kind, number)
) strict;

CREATE TABLE journal_change (
  id integer primary key,
  gesture_id integer not null references gesture (id),
  tbl text not null,
  key text not null,
  before text,
  after text
, member_id integer) strict;

CREATE TABLE makeup (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  half_day_id integer not null references half_day (id),
  member_id integer not null references member (id),
  made_up_on text not null,
  form text not null check (form in ('conference', 'self_study')),
  makeup_half_day_id integer references half_day (id),
  confirmed_by text,
  note text,
  unique (half_day_id, member_id)
) strict;

CREATE TABLE mark (
  half_day_id integer not null references half_day (id),
  member_id integer not null references member (id),
  status text not null check (status in ('present', 'absent_excused', 'absent_unexcused', 'absent')),
  venue_id integer references venue (id),
  reason text,
  remark text,
  marked_at text not null, late integer not null default 0 check (late in (0, 1)), left_early integer not null default 0 check (left_early in (0, 1)),
  primary key (half_day_id, member_id)
) strict, without rowid;

CREATE TABLE member (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  code text not null unique,
  full_name text not null check (full_name <> ''),
  name_key text not null,
  list_key text not null,
  sort_name text,
  other_name text,
  birth_date text,
  gender text check (gender in ('male', 'female')),
  party_card_no text,
  old_party_card_no text,
  card_issued_on text,
  citizen_id text,
  old_id_no text,
  admitted_on text,
  official_on text,
  party_position text,
  government_position text,
  union_position text,
  phone text,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
, deleted_at text, search_key text not null default '', merged_into integer references member (id), provisional integer not null default 0 check (provisional in (0, 1))) strict;

CREATE TABLE member_kind (
  id integer primary key,
  member_id integer not null references member (id),
  kind text not null check (kind in ('official', 'probationary', 'guest')),
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31', decision_no text,
  check (valid_from < valid_to)
) strict;

CREATE TABLE member_status (
  id integer primary key,
  member_id integer not null references member (id),
  status text not null check (status in ('active', 'deceased', 'left', 'exempt', 'suspended', 'interrupted')),
  stated_on text,
  reason text,
  decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31', form text check (form in ('asked', 'struck_off', 'expelled')),
  check (valid_from < valid_to)
) strict;

CREATE VIRTUAL TABLE member_words using fts5 (
  name_key, content = 'member', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE 'member_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'member_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'member_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'member_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE membership (
  id integer primary key,
  member_id integer not null references member (id),
  organization_id integer not null references organization (id),
  decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31', came_from text, went_to text, left_decision_no text,
  check (valid_from < valid_to)
) strict;

CREATE TABLE not_same_person (
  one_id integer not null references member (id),
  other_id integer not null references member (id),
  primary key (one_id, other_id),
  check (one_id < other_id)
) strict, without rowid;

CREATE TABLE office_held (
  id integer primary key,
  member_id integer not null references member (id),
  branch text not null check (branch in ('party', 'government', 'union')),
  title text not null check (title <> ''),
  term text,
  decision_no text,
  ended_decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;

CREATE TABLE organization (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  kind text not null check (kind in
    ('province_committee', 'ward_committee', 'base_committee', 'sub_committee', 'cell', 'party_group')),
  code text,
  opened_on text not null default '0001-01-01',
  closed_on text not null default '9999-12-31'
, closing_decision_no text) strict;

CREATE TABLE organization_succession (
  id integer primary key,
  old_id integer not null references organization (id),
  new_id integer not null references organization (id),
  kind text not null check (kind in ('split', 'merge')),
  decision_no text,
  effective_on text not null
) strict;

CREATE TABLE organization_version (
  id integer primary key,
  organization_id integer not null references organization (id),
  name text not null,
  match_key text not null,
  order_key text not null,
  parent_id integer references organization (id),
  superior_line text,
  issuer_line text,
  audience text not null default 'members',
  decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;

CREATE TABLE "output_log" (
  id integer primary key,
  done_at text not null,
  user text not null,
  kind text not null check (kind in ('print', 'export', 'reveal', 'access')),
  what text not null check (what <> ''),
  scope text not null
) strict;

CREATE TABLE plan_task (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  submission_id integer not null references submission (id),
  position integer not null,
  title text not null check (title <> ''),
  owner text,
  due_on text,
  done_on text,
  result text,
  unique (submission_id, position)
) strict;

CREATE TABLE residence (
  id integer primary key,
  member_id integer not null references member (id),
  block_id integer not null references residence_block (id),
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;

CREATE TABLE residence_block (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  name text not null check (name <> ''),
  match_key text not null,
  order_key text not null,
  code text,
  opened_on text not null default '0001-01-01',
  closed_on text not null default '9999-12-31'
) strict;

CREATE TABLE return_sheet (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  venue_id integer references venue (id),
  cell_id integer references organization (id),
  version integer not null check (version > 0),
  made_at text not null,
  returned_at text
) strict;

CREATE TABLE roll_row (
  conference_id integer not null references conference (id),
  member_id integer not null references member (id),
  cell_id integer not null references organization (id),
  kind text not null check (kind in ('official', 'probationary', 'guest')),
  status text not null check (status in ('active', 'deceased', 'left', 'exempt', 'suspended', 'interrupted')),
  audience text not null,
  hosted integer not null default 0 check (hosted in (0, 1)),
  deduction text check (deduction in ('exempt', 'away', 'other')),
  reason text,
  venue_id integer references venue (id), home_cell_id integer references organization (id),
  primary key (conference_id, member_id)
) strict, without rowid;

CREATE TABLE round_audience (
  id integer primary key,
  round_id integer not null references study_round (id),
  audience text not null,
  required_half_days integer not null check (required_half_days > 0),
  unique (round_id, audience)
) strict;

CREATE TABLE round_deadline (
  id integer primary key,
  round_id integer not null references study_round (id),
  kind text not null check (kind in ('action_programme', 'plan', 'quick_report', 'result_report', 'other')),
  title text not null check (title <> ''),
  recipient text,
  due_on text not null
, owed_by text not null default 'office' check (owed_by in ('office', 'cells')), route text) strict;

CREATE TABLE round_document (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  role text not null check (role in ('directive', 'guidance', 'resolution', 'letter', 'plan', 'other')),
  number text,
  issued_on text,
  issuer text,
  title text not null check (title <> ''),
  unique (round_id, position)
) strict;

CREATE TABLE rubric_criterion (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  title text not null check (title <> ''),
  points text,
  unique (round_id, position)
) strict;

CREATE TABLE scan (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  code text not null check (code <> ''),
  event_at text not null,
  entered_at text not null,
  device text not null,
  conference_id integer not null references conference (id),
  half_day_id integer references half_day (id),
  venue_id integer references venue (id),
  member_id integer references member (id),
  outcome text not null check (outcome in ('marked', 'already_marked', 'elsewhere', 'not_on_list', 'wrong_half_day',
    'unknown', 'blocked', 'repeated', 'two_places')),
  settled integer not null default 0 check (settled in (0, 1)),
  unique (conference_id, device, code, event_at)
) strict;

CREATE TABLE score_band (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  name text not null check (name <> ''),
  from_score text not null,
  unique (round_id, position)
) strict;

CREATE TABLE setting (
  key text primary key,
  value text not null
) strict, without rowid;

CREATE TABLE sheet_page (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  code text not null unique,
  conference_id integer not null references conference (id),
  held_on text not null,
  venue_id integer references venue (id),
  cell_id integer references organization (id),
  page integer not null check (page > 0),
  pages integer not null check (pages >= page),
  version integer not null check (version > 0),
  printed_at text not null
) strict;

CREATE TABLE sheet_row (
  page_id integer not null references sheet_page (id),
  position integer not null check (position > 0),
  member_id integer not null references member (id),
  primary key (page_id, position),
  unique (page_id, member_id)
) strict, without rowid;

CREATE TABLE sheet_total (
  page_id integer not null references sheet_page (id),
  half_day_id integer not null references half_day (id),
  signed_total integer not null check (signed_total >= 0),
  closed_at text,
  primary key (page_id, half_day_id)
) strict, without rowid;

CREATE TABLE signer (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  position_order integer not null default 1,
  authority text not null default '',
  position text not null default '',
  name text not null check (name <> ''),
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;

CREATE TABLE store_property (
  key text primary key,
  value text not null
) strict, without rowid;

CREATE TABLE study_round (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  name text not null check (name <> ''),
  chair text,
  responsible_head text,
  target_percent integer not null default 100 check (target_percent between 1 and 100),
  study_by text,
  essay_required integer not null default 1 check (essay_required in (0, 1)),
  essay_handwritten integer not null default 0 check (essay_handwritten in (0, 1)),
  essay_by text,
  essay_recipient text,
  makeup_essay_days integer not null default 7 check (makeup_essay_days >= 0),
  makeup_essay_recipient text,
  essay_scale text not null default 'pass_fail' check (essay_scale in ('pass_fail', 'ten_points')),
  count_hosted integer not null default 1 check (count_hosted in (0, 1)),
  exempt_counts_if_present integer not null default 0 check (exempt_counts_if_present in (0, 1)),
  note text
, pass_score text) strict;

CREATE TABLE submission (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  deadline_id integer not null references round_deadline (id),
  organization_id integer not null references organization (id),
  sent_on text,
  document_no text,
  document_date text,
  note text,
  unique (deadline_id, organization_id)
) strict;

CREATE TABLE temporary_activity (
  id integer primary key,
  member_id integer not null references member (id),
  direction text not null check (direction in ('away', 'here')),
  organization_id integer references organization (id),
  place text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31', decision_no text,
  check (valid_from < valid_to)
) strict;

CREATE TABLE topic (
  id integer primary key,
  half_day_id integer not null references half_day (id),
  position integer not null,
  title text not null check (title <> ''),
  unique (half_day_id, position)
) strict;

CREATE TABLE topic_speaker (
  id integer primary key,
  topic_id integer not null references topic (id),
  position integer not null,
  name text not null check (name <> ''),
  title text,
  unique (topic_id, position)
) strict;

CREATE TABLE typing (
  form text primary key,
  texts text not null,
  saved_at text not null
) strict, without rowid;

CREATE TABLE venue (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  parent_id integer references venue (id),
  name text not null check (name <> ''),
  order_key text not null,
  level text not null default 'ward' check (level in ('central', 'provincial', 'ward', 'cell')),
  place text,
  capacity integer check (capacity > 0),
  person_in_charge text,
  follower text,
  note text, equipment text, line_note text, phone text,
  unique (conference_id, name)
) strict;

CREATE TABLE venue_cell (
  venue_id integer not null references venue (id),
  organization_id integer not null references organization (id),
  primary key (venue_id, organization_id)
) strict, without rowid;

CREATE TABLE venue_diary (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  venue_id integer not null references venue (id),
  half_day_id integer references half_day (id),
  kind text not null check (kind in ('started', 'ended', 'line', 'incident', 'other')),
  happened_at text not null,
  text text not null check (text <> '')
) strict;

CREATE TABLE venue_report (
  venue_id integer not null references venue (id),
  half_day_id integer not null references half_day (id),
  signed_present integer check (signed_present >= 0),
  completed_at text,
  completed_by text,
  primary key (venue_id, half_day_id)
) strict, without rowid;

CREATE TABLE wording (
  form_id text not null,
  field text not null,
  text text not null,
  primary key (form_id, field)
) strict, without rowid;

CREATE INDEX activity_of on activity (round_id, held_on);

CREATE INDEX attachment_diary on attachment (venue_diary_id) where venue_diary_id is not null;

CREATE INDEX attachment_essay on attachment (essay_id) where essay_id is not null;

CREATE INDEX attachment_hash on attachment (hash);

CREATE INDEX attachment_submission on attachment (submission_id) where submission_id is not null;

CREATE INDEX conference_of on conference (round_id);

CREATE INDEX essay_exemption_of on essay_exemption (member_id);

CREATE INDEX essay_forwarded on essay (forwarding_id) where forwarding_id is not null;

CREATE INDEX essay_member on essay (member_id);

CREATE INDEX extension_member on extension (member_id) where member_id is not null;

CREATE INDEX extension_of on extension (round_id);

CREATE INDEX half_day_covers_missed on half_day_covers (missed_half_day_id);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX issued_about_member on issued_about (member_id);

CREATE INDEX issued_document_round on issued_document (round_id) where round_id is not null;

CREATE INDEX journal_change_gesture on journal_change (gesture_id);

CREATE INDEX journal_change_member on journal_change (member_id) where member_id is not null;

CREATE INDEX journal_change_row on journal_change (tbl, key);

CREATE INDEX makeup_member on makeup (member_id);

CREATE INDEX mark_member on mark (member_id);

CREATE INDEX member_card on member (party_card_no);

CREATE INDEX member_citizen on member (citizen_id);

CREATE INDEX member_kind_of on member_kind (member_id, valid_from);

CREATE INDEX member_merged on member (merged_into) where merged_into is not null;

CREATE INDEX member_name on member (name_key, birth_date);

CREATE INDEX member_old_card on member (old_party_card_no) where old_party_card_no is not null;

CREATE INDEX member_order on member (list_key, birth_date, id, search_key, deleted, provisional);

CREATE INDEX member_phone on member (phone) where phone is not null;

CREATE INDEX member_status_of on member_status (member_id, valid_from);

CREATE INDEX member_status_rare on member_status (status, valid_to, valid_from, member_id);

CREATE INDEX membership_in on membership (organization_id, valid_to, valid_from);

CREATE INDEX membership_of on membership (member_id, valid_from);

CREATE INDEX office_held_of on office_held (member_id, valid_from);

CREATE INDEX organization_succession_new on organization_succession (new_id);

CREATE INDEX organization_succession_old on organization_succession (old_id);

CREATE INDEX organization_version_match on organization_version (match_key);

CREATE INDEX organization_version_of on organization_version (organization_id, valid_from);

CREATE INDEX organization_version_parent on organization_version (parent_id, valid_to);

CREATE INDEX residence_in on residence (block_id, valid_to, valid_from);

CREATE INDEX residence_of on residence (member_id, valid_from);

CREATE INDEX return_sheet_of on return_sheet (conference_id, venue_id, cell_id);

CREATE INDEX roll_row_cell on roll_row (conference_id, cell_id);

CREATE INDEX roll_row_member on roll_row (member_id);

CREATE INDEX roll_row_venue on roll_row (conference_id, venue_id);

CREATE INDEX round_deadline_of on round_deadline (round_id, due_on);

CREATE INDEX scan_member on scan (member_id) where member_id is not null;

CREATE INDEX sheet_page_of on sheet_page (conference_id, held_on, venue_id, cell_id, version, page);

CREATE INDEX temporary_activity_of on temporary_activity (member_id, valid_from);

CREATE INDEX venue_cell_of on venue_cell (organization_id);

CREATE INDEX venue_diary_of on venue_diary (venue_id, happened_at);
