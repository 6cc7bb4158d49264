"""Which words are Vietnamese syllables by their spelling. Not a dictionary: "nghuyền" is none, "phèng" is one.

Onsets, rhymes and the two tones of rhymes ending in a stop, as the school grammar gives them (chính tả tiếng Việt).
"""

import unicodedata
from functools import lru_cache

ONSETS = frozenset("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split()) | {""}
RHYMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
    "ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in ing inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong "
    "op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm "
    "uôn uông uôt up ut uy uya uych uyên uyêt uynh uyn uyp uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu "
    "ưt ưu y yêm yên yêng yêt yêu ych yn ynh yp yt".split()
)
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word, in any case and Unicode form, is spelled as a Vietnamese syllable."""
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    if len(tones) > 1 or (bare.endswith(STOPS) and tones and tones[0] not in ("\u0301", "\u0323")):
        return False
    if bare == "gi":
        return True
    return any(bare[:cut] in ONSETS and bare[cut:] in RHYMES for cut in range(min(4, len(bare))))
