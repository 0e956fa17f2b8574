"""Near-copies: found whatever was edited, never taken for one text because the event is one."""

from __future__ import annotations

import random
import time
from datetime import date

import pytest

from sitegen.ingest.copies import mark_copies, share_of, shingle
from sitegen.model import Article, Block, BlockKind, Stamp

# Written for this test: one report a language, and another report of the same event.
REPORTS = {
    "id": (
        (
            "Presiden kedua negara berbicara lewat telepon pada Senin malam selama hampir satu jam, "
            "kata istana kepresidenan."
        ),
        (
            "Mereka membahas kerja sama energi, jalur kereta api di sepanjang pantai, dan rencana "
            "kunjungan pada musim gugur."
        ),
        "Juru bicara istana menyebut pembicaraan itu hangat dan terbuka, tetapi tidak menjawab pertanyaan tentang gas.",
        (
            "Sebelumnya, menteri perdagangan kedua negara bertemu di pelabuhan dan menandatangani "
            "protokol tentang ikan beku."
        ),
    ),
    "fr": (
        "Les deux présidents se sont parlé au téléphone lundi soir pendant près d'une heure, a indiqué le palais.",
        (
            "Ils ont évoqué la coopération énergétique, la ligne de chemin de fer côtière et une "
            "visite prévue à l'automne."
        ),
        "Le porte-parole a qualifié l'échange de chaleureux et franc, sans répondre aux questions sur les prix du gaz.",
        (
            "Auparavant, les ministres du commerce s'étaient retrouvés au port pour signer un "
            "protocole sur le poisson surgelé."
        ),
    ),
    "ru": (
        "Президенты двух стран в понедельник вечером почти час говорили по телефону, сообщили во дворце.",
        "Они обсудили сотрудничество в энергетике, железную дорогу вдоль побережья и визит, намеченный на осень.",
        "Представитель дворца назвал разговор тёплым и откровенным, но не ответил на вопросы о ценах на газ.",
        "Ранее министры торговли встретились в порту и подписали протокол о поставках мороженой рыбы.",
    ),
    "ar": (
        "أجرى رئيسا البلدين مساء الاثنين اتصالا هاتفيا استمر نحو ساعة، بحسب ما أعلن القصر الرئاسي في بيان مقتضب.",
        "وبحث الجانبان التعاون في مجال الطاقة وخط السكك الحديدية على الساحل وزيارة مقررة في الخريف المقبل.",
        "ووصف المتحدث باسم القصر المحادثة بأنها ودية وصريحة، لكنه لم يجب عن أسئلة الصحفيين بشأن أسعار الغاز.",
        "وكان وزيرا التجارة قد التقيا في الميناء ووقعا بروتوكولا بشأن توريد الأسماك المجمدة إلى الأسواق.",
    ),
    "zh": (
        "两国总统星期一晚上通电话近一小时，总统府在一份简短声明中宣布了这一消息，没有透露更多细节。",
        "双方讨论了能源合作、沿海铁路建设以及计划在秋季进行的国事访问，并就地区局势交换了看法。",
        "总统府发言人形容通话热情而坦率，但没有回答记者关于天然气价格和供应合同期限的提问。",
        "此前两国商务部长在港口会面，签署了关于冷冻鱼供应的议定书，有关条款将于明年初生效。",
    ),
}
OTHER = {
    "id": (
        (
            "Istana mengumumkan bahwa kedua kepala negara telah saling menelepon pada hari Senin untuk "
            "membicarakan energi."
        ),
        "Menurut pernyataan resmi, sambungan itu diprakarsai oleh pihak tuan rumah dan berlangsung tertutup bagi pers.",
        (
            "Pengamat menilai kontak tersebut sebagai tanda membaiknya hubungan sesudah perselisihan "
            "panjang soal tarif ikan."
        ),
    ),
    "fr": (
        "Coup de fil au sommet : les chefs d'État des deux pays voisins ont discuté lundi de gaz et de chemins de fer.",
        "Selon le communiqué, l'appel venait du plus petit des deux et n'avait été annoncé par personne.",
        "Pour les observateurs, ce contact marque la fin d'une longue brouille autour des droits sur la pêche.",
    ),
    "zh": (
        "总统府宣布，两位国家元首星期一就能源问题互通电话，这是两国今年以来最高级别的直接接触。",
        "官方消息说，通话由东道国一方提出，事先没有公布，过程也不对媒体开放，内容因此难以核实。",
        "观察人士认为，这次接触表明在围绕渔业关税的长期争执之后，双方关系正在逐步改善并趋于正常。",
    ),
}


def article(id_: str, paragraphs: tuple[str, ...], language: str = "id", day: str | None = "2024-07-22") -> Article:
    published = Stamp(date.fromisoformat(day), day) if day else None
    blocks = tuple(Block(BlockKind.TEXT, text) for text in paragraphs)
    return Article(
        id=id_, source=f"{id_}.txt", entry="", language=language, title=None, standfirst=None, outlet=None, author=None,
        dateline=None, published=published, modified=None, url=None, section=None, blocks=blocks, captions=(), found=(),
        dropped=(),
    )  # fmt: skip


def copies(*articles: Article) -> dict[str, str | None]:
    return {each.id: each.copy_of for each in mark_copies(articles)}


def change_words(paragraphs: tuple[str, ...], share: float, language: str) -> tuple[str, ...]:
    """Every n-th word is another one; in Chinese every n-th character at half the rate."""
    step = round(1 / share) * (2 if language == "zh" else 1)
    result = []
    for text in paragraphs:
        parts = list(text) if language == "zh" else text.split()
        parts[step - 1 :: step] = ["某" if language == "zh" else "xxx"] * len(parts[step - 1 :: step])
        result.append(("" if language == "zh" else " ").join(parts))
    return tuple(result)


@pytest.mark.parametrize("language", sorted(REPORTS))
@pytest.mark.parametrize(
    "edit",
    [
        lambda text, _: text,
        lambda text, language: change_words(text, 0.1, language),
        lambda text, _: text[:2],
        lambda text, _: text[1:],
        lambda text, _: (text[0], text[2], text[1], text[3]),
        lambda text, _: tuple(f"{paragraph} (sl)" for paragraph in text),
        lambda text, _: tuple(paragraph.upper().replace("'", "’") for paragraph in text),
    ],
    ids=["same", "every tenth word", "half dropped", "first dropped", "reordered", "initials added", "capitals"],
)
def test_a_copy_is_found_whatever_was_edited(language: str, edit) -> None:
    """Changed words, dropped and reordered paragraphs and other letters make no new text."""
    text = REPORTS[language]
    found = copies(
        article("a", text, language, "2024-07-22"), article("b", edit(text, language), language, "2024-07-23")
    )
    assert found == {"a": None, "b": "a"}


@pytest.mark.parametrize("language", sorted(OTHER))
def test_two_reports_of_one_event_are_two_texts(language: str) -> None:
    """The same facts in other words are no copy."""
    assert copies(article("a", REPORTS[language], language), article("b", OTHER[language], language)) == {
        "a": None,
        "b": None,
    }


def test_a_shared_quotation_makes_no_copy() -> None:
    """Two reports that both carry the same long statement are still two reports."""
    quotation = (
        "“Kami sepakat bahwa jalur kereta api itu akan dibangun bersama dan bahwa tarifnya akan dihapus tahun depan.”"
    )
    left, right = (*REPORTS["id"][:3], quotation), (*OTHER["id"], quotation)
    assert share_of(shingle(left, "id"), shingle(right, "id")) < 0.35
    assert copies(article("a", left), article("b", right)) == {"a": None, "b": None}


def test_letter_variants_make_no_other_text() -> None:
    """Arabic and Persian letters of one shape, marks and ZWNJ are folded."""
    typed = tuple(t.replace("ي", "ی").replace("ك", "ک").replace("أ", "ا").replace("ة", "ه") for t in REPORTS["ar"])
    assert copies(article("a", REPORTS["ar"], "ar"), article("b", typed, "ar"))["b"] == "a"


def test_the_earliest_published_is_the_original() -> None:
    """Then the lowest id; an article without a day is never the original of one that has a day."""
    text = REPORTS["id"]
    found = copies(
        article("a", text, day=None), article("b", text, day="2024-07-24"), article("d", text, day="2024-07-23"),
        article("c", text, day="2024-07-23"),
    )  # fmt: skip
    assert found == {"a": "c", "b": "c", "c": None, "d": "c"}


def test_a_copy_of_a_copy_names_the_original() -> None:
    """Where the text drifts from hand to hand, all hands name the first."""
    text = REPORTS["fr"]
    second = change_words(text, 0.1, "fr")
    third = (*second[:2], *change_words(second[2:], 0.15, "fr"))
    found = copies(article("a", text, "fr"), article("b", second, "fr"), article("c", third, "fr"))
    assert found == {"a": None, "b": "a", "c": "a"}


def test_languages_are_never_compared() -> None:
    """A translation is a text of its own."""
    assert copies(article("a", REPORTS["id"], "id"), article("b", REPORTS["id"], "ms")) == {"a": None, "b": None}


def test_short_texts_are_no_copies() -> None:
    """Two lines that any report might open with prove nothing."""
    text = ("Kedua menteri bertemu di Jakarta pada hari Senin.",)
    assert copies(article("a", text), article("b", text)) == {"a": None, "b": None}


def test_the_order_of_the_folder_changes_nothing() -> None:
    """A shuffled folder gives the same originals, and the articles come back in their own order."""
    articles = [
        article(f"{n:02}", REPORTS["id"] if n % 3 else OTHER["id"], day=f"2024-07-{10 + n % 4}") for n in range(20)
    ]
    expected = copies(*articles)
    for seed in range(5):
        shuffled = random.Random(seed).sample(articles, len(articles))  # noqa: S311
        assert copies(*shuffled) == expected
        assert [each.id for each in mark_copies(tuple(shuffled))] == [each.id for each in shuffled]


@pytest.mark.bench
@pytest.mark.parametrize("is_one_text", [True, False])
def test_time_grows_with_the_number_of_articles(*, is_one_text: bool) -> None:
    """Four times the articles take about four times as long, even if all are copies of one."""
    vocabulary = [f"kata{n}" for n in range(3000)]

    def seconds(count: int) -> float:
        made = []
        for number in range(count):
            chance = random.Random(0 if is_one_text else number)  # noqa: S311
            made.append(article(f"{number:05}", tuple(" ".join(chance.choices(vocabulary, k=40)) for _ in range(5))))
        started = time.process_time()
        found = copies(*made)
        assert sum(value is not None for value in found.values()) == (count - 1 if is_one_text else 0)
        return time.process_time() - started

    assert seconds(1200) < 10 * seconds(300)
