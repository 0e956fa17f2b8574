"""Which language a text is in: neighbours, scripts, short texts, declared languages that are wrong."""

from __future__ import annotations

import pytest

from sitegen.ingest.detect import detect_language

TEXTS = {
    "ar": "أعلنت وزارة الخارجية أن الوزير سيزور القاهرة يوم الأحد للقاء نظيره المصري.",
    "de": "Der Minister reist am Montag nach Kairo und trifft dort seinen Kollegen zu einem Gespräch.",
    "en": "The minister will travel to Cairo on Monday to meet his counterpart for talks.",
    "es": "El ministro viajará el lunes a El Cairo para reunirse con su homólogo egipcio.",
    "fa": "وزیر امور خارجه روز دوشنبه برای دیدار با همتای مصری خود به قاهره می‌رود.",
    "fr": "Le ministre se rendra lundi au Caire pour y rencontrer son homologue égyptien.",
    "hi": "विदेश मंत्री सोमवार को काहिरा में अपने समकक्ष से मुलाकात करेंगे।",
    "id": "Menteri Luar Negeri akan bertolak ke Kairo pada Senin karena diundang sejawatnya, kata juru bicara.",
    "it": "Il ministro si recherà lunedì al Cairo per incontrare il suo omologo egiziano.",
    "ja": "外相は月曜日にカイロを訪問し、エジプトの外相と会談する予定だ。",
    "ms": "Menteri Luar akan bertolak ke Kaherah pada Isnin kerana dijemput rakan sejawatannya, kata jurucakap.",
    "pt": "O ministro viaja na segunda-feira ao Cairo para se reunir com o seu homólogo egípcio.",
    "ru": "Министр в понедельник отправится в Каир на встречу со своим египетским коллегой.",
    "tr": "Bakan pazartesi günü Kahire'ye giderek Mısırlı mevkidaşıyla görüşecek.",
    "vi": "Bộ trưởng sẽ đến Cairo vào thứ Hai để gặp người đồng cấp Ai Cập.",
    "zh": "外长将于星期一前往开罗，会见埃及外长。",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_one_sentence_is_enough(code: str) -> None:
    """A sentence tells the language, whatever is declared."""
    assert code == detect_language([TEXTS[code]])
    assert code == detect_language([TEXTS[code]], declared="en-US")


def test_traditional_script_is_chinese() -> None:
    """Both scripts of Chinese are one language here."""
    assert "zh" == detect_language(["總統今天與友邦領袖通電話，雙方討論貿易與教育合作。"])


def test_the_page_around_an_article_does_not_decide() -> None:
    """English buttons around an Indonesian text leave it Indonesian."""
    page = ["Home", "News", "Share", "LEAVE A REPLY", "Please enter your comment!", TEXTS["id"] * 2, "Must Read"]

    assert "id" == detect_language(page)


@pytest.mark.parametrize("declared", ["xx", "", None])
def test_no_letters_no_language(declared: str | None) -> None:
    """Without a letter only a declared language of ours would help."""
    assert detect_language(["12345", "***"], declared) is None


def test_two_words_take_the_declared_language() -> None:
    """Where the text is too short to tell, the declaration decides between languages that it could be."""
    assert "it" == detect_language(["Roma"], "it")
