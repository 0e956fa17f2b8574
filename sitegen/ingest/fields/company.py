"""The form of a company around a name → the name: "Heron Publishing Pvt. Ltd.", "ООО «Цапля»", "株式会社サギ"."""

from __future__ import annotations

import re

# Forms of companies that stand behind a name.
_FORMS = (
    "Inc|LLC|Ltd|Co., Ltd|Co. Ltd|Co|Corp|Corporation|Company|Pte Ltd|Pte. Ltd|Pvt|Pvt Ltd|Pvt. Ltd|Private Limited|"
    "PLC|Limited|Sdn|Sdn Bhd|Sdn. Bhd|Berhad|Bhd|Tbk|GmbH|GmbH & Co. KG|gGmbH|UG|mbH|m.b.H|AG|KG|SE|eG|e.V|e. V|"
    "SA|S.A|SAS|S.A.S|SARL|S.A.R.L|SCIC|SCOP|SpA|S.p.A|S.P.A|Srl|S.r.l|S.R.L|Soc. Coop|SL|S.L|S.L.U|S.A.U|S. A|S. L|"
    "S.A. de C.V|SA de CV|SLU|SAU|C.A|S. de R.L|Ltda|Ltda. ME|Ltda. - ME|EIRELI|Lda|"
    "A.Ş|A. Ş|AŞ|Ltd. Şti|Tic. Ltd. Şti|San. ve Tic. A.Ş|"
    "JSC|BV|NV|Oy|AB|ООО|АО|ЗАО|ТОО|प्रा. लि|प्रा लि|प्रा|लि|प्राइवेट लिमिटेड|लिमिटेड|"
    "Società Cooperativa|Società Cooperativa a r.l|Soc. Coop. a r.l|"
    "株式会社|（株）|㈱|合同会社|有限会社|有限公司|股份有限公司|有限责任公司|传媒有限公司"
)
# Words that stand between a name and the form of its company, and alone say no more than that papers are made there.
_TRADES = (
    "Verlags|Verlag|Verlagsgesellschaft|Verlagsgruppe|Medien|Mediengesellschaft|Mediengruppe|Publishing|Publications|"
    "Publishers|Media|Media Group|Media Trust|Communications|Holdings|Holding|Group|Digital Media|News Media|"
    "Comunicação|Comunicações|Comunicação e Participações|Comunicaciones|Comunicación|Comunicazione|Comunicazioni|"
    "Editora|Editorial|Editore|Editrice|Società Editrice|Editoriale|Edizioni|Ediciones|Éditions|Editions|Médias|"
    "Publicações|Publicaciones|Communication|Jornalismo|Medios|Mídia|Presse|Yayıncılık|Yayınları|Gazetecilik|"
    "Matbaacılık|Medya|Medya Grubu|Reklamcılık|Haber Ajansı|Basın|İletişim|Televizyon|Радиоком|Медиа|Медиагрупп|"
    "डिजिटल|मीडिया|मीडिया ग्रुप|पब्लिकेशन|पब्लिकेशंस|Truyền thông|メディア|传媒|傳媒|文化传播|新闻网络"
)
# What stands before a name: a form, or what a house calls itself.
_BEFORE_NAME = (
    r"PT\.?|CV\.?|ООО|АО|ЗАО|ТОО|ИП|ИА|ИД|СМИ|АНО|株式会社|合同会社|運営会社|発行所|"
    r"Công ty(?: cổ phần| TNHH)?(?: truyền thông| Truyền thông)?|Firma"
)
_SPACED_BEFORE = r"شركة|مؤسسة|دار|شرکت|مؤسسه|موسسه"
_ANY_FORM = re.escape(f"{_FORMS}|{_FORMS.upper()}").replace(r"\|", "|")
_ANY_TRADE = re.escape(_TRADES).replace(r"\|", "|")
_GAP = r"(?:,?\s+|(?<=[\u3040-\u9fff]))"
# As they are written: "SA" is a company, and "Sa" the end of a Vietnamese name.
_BEHIND = re.compile(rf"{_GAP}(?:{_ANY_FORM})\.?$")
_HYPHENED = re.compile(rf"\s+(?:{_ANY_TRADE})-(?:{_ANY_FORM})\.?$")
# "Verlag" and the like alone are as good as a form: nothing else calls itself so.
_HOUSE = re.compile(
    r"\s+(?:Verlag|Verlagsgesellschaft|Verlagsgruppe|Yayıncılık|Gazetecilik|Editore|Editora|Editorial|Publishing|डिजिटल)$"
)
_TRADE = re.compile(rf"(?:{_GAP}|(?<=[ء-ي])\s+)(?:(?:ve|e|y|et|und|and|&|dan)\s+)?(?:{_ANY_TRADE})$")
_TWO_TRADES = re.compile(rf"\s(?:{_ANY_TRADE})\s+(?:ve|e|y|et|und|and|&|dan)\s+(?:{_ANY_TRADE})$")
_ARAB_TRADE = re.compile(r"\s+(?:لل|و(?:ال)?|ال)(?:نشر|إعلام|لإعلام|صحافة|طباعة|توزيع|نشر الرقمي|إنتاج)\b.*$")
_BEFORE = re.compile(rf"^(?:{_BEFORE_NAME})[\s\u3000:：]*(?=[\"«„“]|[A-ZА-ЯĐ\u3040-\u9fff])")
_ARAB_BEFORE = re.compile(rf"^ل?(?:{_SPACED_BEFORE})\s+(?=\S)")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-ZŞ]\.){1,3}[A-ZŞ](?:\.(?!\s+[A-ZÀ-ÞŞİ]))?")
_HANGING = re.compile(r"\s+(?:ve|e|y|et|und|and|&|dan|-|–)$")


def without_company(name: str) -> str:
    """Return a name without the form of a company around it, and without the trade that the form is joined to."""
    bare = _BEFORE.sub("", name)
    before = bare
    bare = _behind(bare)
    # Two trades in a row are a company's, too: "Heron Gazetecilik ve Matbaacılık".
    is_company = bare != before or before != name or _TWO_TRADES.search(bare) is not None
    if _ARAB_BEFORE.match(bare) and _ARAB_TRADE.search(bare):
        bare = _ARAB_TRADE.sub("", _ARAB_BEFORE.sub("", bare))
    while is_company and (cut := _HANGING.sub("", _TRADE.sub("", bare))) != bare:
        bare = cut
    return bare


def _behind(name: str) -> str:
    bare = _HYPHENED.sub("", name)
    while (cut := _HOUSE.sub("", _BEHIND.sub("", bare.rstrip(" ,")))) != bare:
        bare = cut
    return bare


def names_trade(text: str) -> bool:
    """Return whether a company is one that makes papers: its form follows "Publishing", "Medien", "Yayıncılık"."""
    bare = _BEFORE.sub("", text)
    cut = _BEHIND.sub("", bare)
    return _HYPHENED.search(text) is not None or _HOUSE.search(cut) is not None or _TRADE.search(cut) is not None


def without_dots(text: str) -> str:
    """Return a text in which the full stops of "A.Ş." and "S.L." do not end a sentence."""
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), text)


def has_form_before(text: str) -> bool:
    """Return whether a text begins with the form of a company: "ИА «Берег»"."""
    return _BEFORE.match(text) is not None


def is_company(text: str) -> bool:
    """Return whether the form of a company stands around a name."""
    bare = without_company(text)
    return bare != text and bool(bare.strip())
