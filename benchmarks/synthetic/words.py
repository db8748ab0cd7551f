"""Words that look like a language and mean nothing, drawn as often as words are in real text.

Search indexes, compression and collation behave as with real text only if words are many
and unevenly frequent: thousands per language, weighted by rank as Zipf's law has it.
"""

import random
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import accumulate

from benchmarks.synthetic.common import Data, happens, rng_of

DISTINCT = 6000
"""Words per language, less what cannot be made."""

_DOMAIN: Mapping[str, str] = {
    "vi": """hợp tác quốc tế cam kết thỏa thuận chính phủ thực hiện triển khai đầu tư thương mại
    giáo dục đào tạo năng lượng tái tạo đường sắt cảng biển hàng không khoa học công nghệ đổi mới
    sáng tạo y tế nông nghiệp môi trường khí hậu quốc phòng an ninh tư pháp lao động văn hóa du lịch
    địa phương báo cáo tiến độ kế hoạch chương trình dự án vốn vay viện trợ nguồn nhân lực""",
    "en": """cooperation international commitment agreement government implementation investment
    trade education training renewable energy railway seaport aviation science technology innovation
    health agriculture environment climate defence security justice labour culture tourism province
    report progress plan programme project loan grant workforce exchange between partner""",
}
_LITTLE: Mapping[str, str] = {
    "vi": "và của các về trong cho với được là có tại theo từ đến những một",
    "en": "the of and to in on for with by from between a under as its their",
}
_SYLLABLES = {
    "onsets": "b c ch d đ g h kh l m n ng nh ph r s t th tr v x",
    # A capital is the vowel that bears the tone.
    "rimes": """A An Ang Anh Ao Ai Am Ay Ă Ăn Ăng Ăm Â Ân Âng Âm Âu Ây E En Em Ê Ên Ênh Êu I In Inh
Im Ia Iu iÊn iÊng iÊm iÊu O On Ong Om Oi oA oAn oAng Ô Ông Ôm Ôi Ơ Ơn Ơm Ơi Un Ung Ui uY uÂn uÊ uÔn
uÔng Ư Ưng Ưa ưƠn ưƠng ưƠm""",
    "stopped": "At Ach Ap Ăt Âp Ât Êt Êch Ich iÊt iÊp Ôc Ôt Ơp uÔc uÂt Ưc ưƠc ưƠt",
    "starts": "b br c cl cr d dr f g gr h l m n p pl pr r s st str t tr v w",
    "vowels": "a e i o u ai ea ou ie",
}
_PARTS = {name: parts.split() for name, parts in _SYLLABLES.items()}
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_CODAS = ["", "", "", "n", "r", "l", "s", "m", "nd", "rt"]
_ENDINGS = ["", "", "", "", "", "ing", "ed", "al", "ment", "er", "ity"]


class Language:
    """The words of one language with their weights."""

    def __init__(self, code: str) -> None:
        rng = rng_of("words", code)
        invented = list(
            dict.fromkeys(
                _syllable(rng) if code == "vi" else _latin_word(rng) for _ in range(DISTINCT)
            )
        )
        # Real words are the frequent ones, as little words are in every language.
        known = list(dict.fromkeys(f"{_LITTLE.get(code, '')} {_DOMAIN.get(code, '')}".split()))
        self.words: Sequence[str] = list(dict.fromkeys(known + invented))
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def phrase(self, rng: random.Random, low: int, high: int) -> str:
        """Between `low` and `high` words, the first with a capital."""
        count = rng.randint(low, high)
        line = " ".join(rng.choices(self.words, cum_weights=self._weights, k=count))
        return line[0].upper() + line[1:]

    def prose(self, rng: random.Random, low: int, high: int) -> str:
        """Sentences of between `low` and `high` words in all."""
        left = rng.randint(low, high)
        sentences: list[str] = []
        while left > 0:
            length = min(left, rng.randint(8, 18))
            sentences.append(f"{self.phrase(rng, length, length)}.")
            left -= length
        return " ".join(sentences)


class Writer:
    """Writes invented texts in all languages of a registry."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self._speakers = {code: Language(code) for code in languages}

    def phrase(self, rng: random.Random, low: int = 6, high: int = 13) -> Data:
        """A heading."""
        return {code: each.phrase(rng, low, high) for code, each in self._speakers.items()}

    def prose(self, rng: random.Random, low: int = 8, high: int = 20) -> Data:
        """Running text."""
        return {code: each.prose(rng, low, high) for code, each in self._speakers.items()}

    def partial(self, rng: random.Random, low: int = 8, high: int = 20) -> Data:
        """Running text that now and then is missing in all languages but the first."""
        text = self.prose(rng, low, high)
        return {self.languages[0]: text[self.languages[0]]} if happens(rng, 0.04) else text

    def known(self, vi: str, en: str) -> Data:
        """A text that is given; a language without one reads the English."""
        return {code: vi if code == "vi" else en for code in self.languages}


def _syllable(rng: random.Random) -> str:
    onset = rng.choice(_PARTS["onsets"])
    stopped = happens(rng, 0.2)
    rime = rng.choice(_PARTS["stopped" if stopped else "rimes"])
    tone = rng.choice(_TONES[2::3] if stopped else _TONES)
    if rime[0] in "EÊIie":
        onset = {"c": "k", "g": "gh", "ng": "ngh"}.get(onset, onset)
    letters = "".join(letter.lower() + tone if letter.isupper() else letter for letter in rime)
    return unicodedata.normalize("NFC", onset + letters)


def _latin_word(rng: random.Random) -> str:
    syllables = rng.choice((1, 1, 2, 2, 2, 3))
    stem = "".join(
        rng.choice(_PARTS["starts"]) + rng.choice(_PARTS["vowels"]) + rng.choice(_CODAS)
        for _ in range(syllables)
    )
    return stem + rng.choice(_ENDINGS)


def name(rng: random.Random) -> str:
    """An invented proper name."""
    return " ".join(_syllable(rng).capitalize() for _ in range(2))


def latin(text: str) -> str:
    """A text without its diacritics."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """A text as an id."""
    return "-".join(latin(text).lower().split())
