"""Random documents, built from everything that means something in a text, then pasted and broken. Every word stands once."""

import random
import re

ARABIC, LATIN = "بتثجحدرزسشطعغفقكلمنه", "abcdefghijklmno"
# Vowels, shadda, tatweel and what nobody sees: inside of a word they change nothing.
MARKS = "\u064b-\u0652\u0670\u0640\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u00ad\ufeff\u202a-\u202e\u2066-\u2069"
WORD = re.compile(f"ض[{ARABIC}]{{3}}|q[{LATIN}]{{3}}")
BULLETS = ["- ", "* ", "+ ", "-   "]
NUMBERS = ["{}. ", "{}) ", "{}- ", "{}ـ "]
RUNS = ["*", "**", "***", "_", "__", "~~", "**", "**"]
ENDS = ["\n", "\n", "  \n", "\\\n", "\r\n", " \n"]
BOXES = ["aside", "details", "pullquote", "إطار", "تفاصيل", "اقتباس", "quote"]
SIGNS = ["،", "؛", ":", ".", "!", "؟", "…", "–", "—", '"', "“", "”", "«", "»", "(", ")", "/", "%", "'", "&", "#", "@"]
NAMES = ["C++", "20%", "+254 700 123 456", "GPT-4o", "2024-01-24", "10-12", "5 * 3", "a_b_c", "OpenAI", "~", "[x]", "{y}", "3.5"]
ENTITIES = ["&amp;", "&laquo;", "&nbsp;", "&#1;", "&#x202e;", "&lt;b&gt;", "&#8203;", "&copy", "&#0;", "&#xFFFE;", "&quot;", "&#124;"]
ESCAPES = ["\\*", "\\_", "\\[", "\\]", "\\~~", "\\|", "\\\\", "\\`", "\\<", "\\#", "\\:", "\\", "\\-", "\\!", "\\&amp;"]
LINKS = ["https://example.org/a_b", "https://example.org/_x_/?a=1&b=2", "www.example.org", "<https://example.org>", "<post@example.org>",
         "http://مثال.إختبار/مسار", "https://example.org/a(b)", "https://example.org/x،"]
CARDS = ["https://youtu.be/x", "<https://x.com/a/status/1>", "https://t.me/a/1"]
TARGETS = ["/", "https://example.org/a_b", "<https://example.org/a b>", "https://youtu.be/x", "", "mailto:a@example.org"]
PICTURES = ["https://example.org/a.jpg", "<https://example.org/a b.jpg>"]
LABELS = ["1", "2", "3", "أ", "note"]
REFERENCES = ["مرجع", "ref", "r 1"]
PARTICLES = ["و", "ف", "بـ", "ل", "ال"]
INVISIBLE = ["\u200f", "\u200e", "\u200b", "\u200c", "\u2060", "\ufeff", "\u00ad", "\u2067", "\u2069", "\u202e", "\u061c", "\u00a0"]
# What is doubled, removed and strewn.
SYNTAX = ["*", "**", "_", "`", "```", "~~", "~~~", "[", "]", "(", ")", "![", "](", "]:", "[^1]", "[^1]:", "|", "||", "<", ">", "<!--", "-->", ":::", "#", "- ",
          "1. ", "> ", "\\", '"', "&", "{", "}", "\n", "\n\n", "    ", "\t", " ", "---", "===", "|---|", "**\n", "<a>", "</a>", "<b>", "</div>", "<div>",
          "— ", "::: aside ", "2024. ", "١- ", "[!pull]", "\u0001", "\u0006", "www.", "https://", "\r", "*المصدر: ", "\x0b", "\x0c"]
# What word processors and other systems leave around a line.
PASTED = ["•\t{}", "·  {}", "<p class=\"MsoNormal\">{}</p>", "[caption id=\"a\"]{}[/caption]", "{}&nbsp;", "&nbsp;\n{}", "** **{}", "**{}** ", "{}<br>", "{}\u2028",
          "<!-- wp:paragraph -->\n{}\n<!-- /wp:paragraph -->", "{}<o:p></o:p>", "__{}__", "\u200f{}", "{{{{< x >}}}}{}", "“{}”", "{}\\", "<div dir=\"rtl\">{}</div>", "- {}", "1- {}",
          "> {}", "| {} |", "### {}", "\t{}", "    {}", "{}  ", "::: {}"]


class Writer:
    """One document, from one seed."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.count = 0

    def one_of(self, things):
        return things[int(self.r.random() * len(things))]

    def chance(self, part):
        return self.r.random() < part

    def word(self):
        self.count += 1
        number = self.count
        if self.chance(0.2):
            return "q" + "".join(LATIN[number // 15 ** k % 15] for k in (2, 1, 0))
        letters = ["ض"] + [ARABIC[number // 20 ** k % 20] for k in (2, 1, 0)]
        if self.chance(0.1):
            letters.insert(self.r.randrange(1, 4), self.one_of(["\u064e", "\u0651\u064f", "ـ", "\u0652", "\u200c", "\u200b"]))
        return "".join(letters)

    def words(self, most=4):
        return " ".join(self.word() for _ in range(self.r.randrange(1, most + 1)))

    # Inside of a line

    def inline(self, depth=2, lines=True):
        parts = [self.atom(depth, lines) for _ in range(self.r.randrange(1, 5))]
        text = parts[0]
        for part in parts[1:]:
            glue = " " if self.chance(0.75) else "" if self.chance(0.7) or not lines else self.one_of(ENDS)
            text += glue + part
        return text

    def atom(self, depth, lines):
        r = self.r.random()
        if r < 0.4 or depth == 0: return self.words(3)
        if r < 0.54: return self.emphasised(depth, lines)
        if r < 0.58: return "`" + self.words() + "`" if self.chance(0.7) else "`` " + self.word() + " ` " + self.word() + "``"
        if r < 0.64: return self.link(depth, lines)
        if r < 0.68: return self.picture(depth)
        if r < 0.73: return "".join(f"[^{self.one_of(LABELS)}]" for _ in range(self.one_of([1, 1, 1, 2, 3])))
        if r < 0.77: return self.one_of(LINKS)
        if r < 0.82: return self.html(depth, lines)
        if r < 0.87: return self.one_of(SIGNS)
        if r < 0.91: return self.one_of(NAMES)
        if r < 0.93: return self.one_of(ENTITIES)
        if r < 0.95: return self.one_of(ESCAPES)
        if r < 0.97: return self.one_of(INVISIBLE)
        return self.one_of(PARTICLES)

    def emphasised(self, depth, lines):
        run = self.one_of(RUNS)
        inside = self.inline(depth - 1, lines)
        if self.chance(0.3): inside = self.one_of(["«{}»", '"{}"', "({})", "{}:", "{}،", "“{}”", "{}؟", " {}", "{} "]).format(inside)
        before = self.one_of(PARTICLES) if self.chance(0.2) else self.word() if self.chance(0.1) else ""
        return before + run + inside + run + (self.one_of([":", "،", "و", ".", ""]) if self.chance(0.3) else "")

    def title(self):
        text = self.words() + (" | " + self.words(2) if self.chance(0.3) else "")
        return self.one_of([' "{}"', " '{}'", " ({})"]).format(text)

    def link(self, depth, lines):
        text = self.inline(depth - 1, lines)
        r = self.r.random()
        if r < 0.6: return f"[{text}]({self.one_of(TARGETS)}{self.title() if self.chance(0.3) else ''})"
        reference = self.one_of(REFERENCES)
        return f"[{text}][{reference}]" if r < 0.8 else f"[{reference}][]" if r < 0.9 else f"[{reference}]"

    def picture(self, depth):
        text = self.inline(depth - 1, False) if self.chance(0.4) else self.words()
        picture = f"![{text}]({self.one_of(PICTURES)}{self.title() if self.chance(0.5) else ''})"
        return f"[{picture}](/)" if self.chance(0.2) else picture

    def html(self, depth, lines):
        inside = self.inline(depth - 1, lines)
        return self.one_of(["<b>{}</b>", '<span dir="ltr">{}</span>', '<a href="https://example.org/raw">{}</a>', "<br>{}", "<!-- {} -->", "<sup>{}</sup>", "<i>{}",
                            "{}</i>", '<img src="https://example.org/a.jpg" alt="x">{}']).format(inside)

    # Lines

    def block(self, depth):
        """The lines of one."""
        kinds = [self.paragraph, self.paragraph, self.paragraph, self.heading, self.listing, self.listing, self.quote, self.box, self.table, self.table,
                 self.note, self.reference, self.fence, self.indented, self.raw, self.rule, self.source, self.card, self.figure, self.year, self.pipe,
                 self.boldOverItems]
        if depth == 0: kinds = [self.paragraph, self.heading, self.table, self.fence, self.card, self.year, self.pipe]
        return self.one_of(kinds)(depth)

    def blocks(self, depth, most=4):
        lines = []
        for _ in range(self.r.randrange(1, most + 1)):
            if lines and self.chance(0.7): lines.append("")
            lines += self.block(depth)
        return lines

    def paragraph(self, depth):
        return self.inline(3).split("\n")

    def heading(self, depth):
        text = self.inline(2, False)
        if self.chance(0.2): return [text, self.one_of(["---", "===", "="])]
        return ["#" * self.r.randrange(1, 7) + " " + text + self.one_of(["", "", " #", " {#id}", f" {{#{self.word()}}}"])]

    def listing(self, depth):
        numbered = self.chance(0.5)
        marker, digits = self.one_of(NUMBERS if numbered else BULLETS), self.one_of(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
        first, loose, lines = self.one_of([1, 1, 1, 2, 7]), self.chance(0.3), []
        for number in range(first, first + self.r.randrange(1, 5)):
            head = marker.format("".join(digits[int(digit)] for digit in str(number))) if numbered else marker
            item = self.blocks(depth - 1, 2) if depth and self.chance(0.4) else self.paragraph(depth)
            if loose and lines: lines.append("")
            margin = " " * self.one_of([len(head), len(head), 2, 4, 0])
            lines += [head + item[0]] + [margin + line if line else "" for line in item[1:]]
        return lines

    def quote(self, depth):
        lines = self.blocks(max(0, depth - 1), 2) if self.chance(0.5) else self.paragraph(depth)
        r = self.r.random()
        if r < 0.3: lines = self.one_of([[], [""]]) + [self.one_of(["[!pull]", "[!aside]", "[!details]", "[!اقتباس]", "[!pull] ", "[!x]"])
                                                       + self.one_of(["", " " + self.inline(1, False)])] + self.one_of([[], [""]]) + lines
        if r > 0.2 and self.chance(0.4): lines = lines + self.one_of([[], [""]]) + [self.one_of(["— ", "-- ", "– "]) + self.inline(1, False)]
        return [self.one_of(["> ", "> ", ">", ""]) + line if self.chance(0.1) else "> " + line for line in lines]

    def box(self, depth):
        title = " " + self.inline(1, False) if self.chance(0.6) else ""
        inside = self.blocks(max(0, depth - 1), 2)
        if self.chance(0.3): inside = inside + ["— " + self.words(2)]
        end = [":::"] if self.chance(0.9) else []
        return [self.one_of([":::", "::: ", "::::"]) + self.one_of(BOXES) + title] + inside + end

    def table(self, depth):
        columns = self.r.randrange(1, 4)
        left, right = self.one_of([("| ", " |"), ("|", "|"), ("", ""), ("| ", "")])
        lines = []
        for number in range(self.r.randrange(1, 5)):
            cells = [self.cell() for _ in range(columns if self.chance(0.8) else self.r.randrange(0, 6))]
            lines.append(left + " | ".join(cells) + right)
            if number == 0:
                dashes = [self.one_of(["---", ":-:", "-", "--:"]) for _ in range(columns)]
                lines.append((left + " | ".join(dashes) + right) if self.chance(0.9) else "|---|---|")
        if self.chance(0.15): lines.insert(self.r.randrange(len(lines) + 1), self.one_of(["|", "||", "| |", "|  ", "\\|", "|\\"]))
        if self.chance(0.2): lines = self.paragraph(depth) + lines
        if self.chance(0.1): lines = ["    " + line if self.chance(0.5) else line for line in lines]
        return lines

    def cell(self):
        if self.chance(0.1): return self.one_of(["", "\\|", f"{self.word()} \\| {self.word()}", f"`{self.word()} \\| {self.word()}`", "\\"])
        return self.inline(1, False)

    def note(self, depth):
        lines = [f"[^{self.one_of(LABELS)}]: " + self.inline(2, False)]
        if self.chance(0.3): lines += ["", "    " + self.inline(2, False)]
        if depth and self.chance(0.2): lines += [""] + ["    " + line if line else "" for line in self.block(depth - 1)]
        return lines

    def reference(self, depth):
        return [f"[{self.one_of(REFERENCES)}]: {self.one_of(TARGETS[:4])}{self.title() if self.chance(0.4) else ''}"]

    def fence(self, depth):
        mark = self.one_of(["```", "~~~", "````"])
        info = self.one_of(["", "", "python", " text x"])
        inside = [self.words() for _ in range(self.r.randrange(0, 3))]
        if self.chance(0.2): inside.append(self.one_of(["::: aside", "[^1]: x", "| a | b |", "# a", "- b", "**c", "```", "<!-- d"]))
        return [mark + info] + inside + ([mark] if self.chance(0.9) else [])

    def indented(self, depth):
        return ["", "    " + self.words(), "    " + self.words()]

    def raw(self, depth):
        inside = self.inline(1)
        return self.one_of(["<div>\n{}\n</div>", "<p>{}</p>", "<!-- {} -->", "<!--\n{}\n-->", '<a href="https://example.org/raw">\n{}\n</a>', "<table><tr><td>{}</td></tr></table>",
                            "<div>\n\n{}\n\n</div>", "<details><summary>{}</summary></details>", "<b>{}</b>", "<pre>\n{}\n</pre>"]).format(inside).split("\n")

    def rule(self, depth):
        return [self.one_of(["---", "***", "___", "* * *", "- - -"])]

    def source(self, depth):
        return [f"*المصدر: {self.words(2)}{self.one_of(['', '*', ' <!-- x -->'])}"]

    def card(self, depth):
        return [self.one_of(CARDS + [f"[{self.inline(1, False)}](https://youtu.be/x{self.title() if self.chance(0.3) else ''})"])]

    def figure(self, depth):
        return [self.picture(1)]

    def year(self, depth):
        return [self.one_of(["2024. ", "1999. ", "١٩٩٩. ", "2024- ", "2024) "]) + self.inline(1, False)]

    def pipe(self, depth):
        return self.one_of([["|"], ["|", "|"], ["| |", "|---|"], ["|", "|---|"], ["|" + self.word(), "|-"]])

    def boldOverItems(self, depth):
        run, number = self.one_of(["**", "__", "*"]), self.one_of(["1- ", "1. ", "١- ", "- "])
        return [run + self.words() + ":", number + self.words(), number.replace("1", "2").replace("١", "٢") + self.words() + "." + run]

    # The whole

    def document(self):
        text = "\n".join(self.blocks(self.one_of([1, 2, 2, 3]), 7))
        if self.chance(0.3): text += "".join(f"\n\n[{name}]: /" for name in REFERENCES)
        text = self.with_notes(text)
        if self.chance(0.6):
            for _ in range(self.one_of([1, 1, 2, 3, 5])): text = self.broken(text)
            if self.chance(0.9): text = self.with_notes(text)
        return text

    def with_notes(self, text):
        """Every note that is used is defined, and most that are defined are used."""
        used = {label for label in LABELS if re.search(rf"\[\^{label}\](?!:)", text)}
        defined = {label for label in LABELS if re.search(rf"(?:^|\n) {{0,3}}\[\^{label}\]:", text)}
        text += "".join(f"\n\n[^{label}]: {self.words()}" for label in LABELS if label in used - defined)
        unused = [label for label in LABELS if label in defined - used]
        if unused and self.chance(0.9): text = self.words() + "".join(f"[^{label}]" for label in unused) + "\n\n" + text
        return text

    def broken(self, text):
        lines = text.split("\n")
        place = self.r.randrange(len(text) + 1)
        match self.r.randrange(14):
            case 0: return text[:place]
            case 1: return text[place:]
            case 2:
                self.r.shuffle(lines)
                return "\n".join(lines)
            case 3: return "\n".join(line for line in lines if line.strip() or self.chance(0.4))
            case 4: return "\n".join(self.one_of(["    ", "  ", "\t", " ", "> ", "- "]) + line if self.chance(0.3) else line for line in lines)
            case 5: return text.replace("\n", self.one_of(["\r\n", "\n\n", " ", "\r"]))
            case 6: return text[:place] + self.one_of(SYNTAX) + text[place:]
            case 7:
                marks = [match.span() for match in re.finditer(r"[*_`~\[\]()|<>!:#>\\-]+", text)]
                if not marks: return text
                start, end = self.one_of(marks)
                return text[:start] + self.one_of(["", text[start:end] * 2, text[start:end - 1], " " + text[start:end]]) + text[end:]
            case 8: return text[:place] + "".join(self.one_of(SYNTAX) for _ in range(4)) + text[place:]
            case 9:
                number = self.r.randrange(len(lines))
                lines.insert(self.r.randrange(len(lines) + 1), lines.pop(number))
                return "\n".join(lines)
            case 10: return "\n".join(line.strip() for line in lines)
            case 11: return text.replace(" ", "\u00a0") if self.chance(0.2) else re.sub(" ", lambda _: self.one_of([" ", " ", "\u00a0", "  "]), text)
            case 12: return "\n".join(self.one_of(PASTED).format(line) if line and self.chance(0.2) else line for line in lines)
            case _:
                number = self.r.randrange(len(lines))
                return "\n".join(lines[:number] + [lines[number] + self.one_of(["", " "]) + "".join(lines[number + 1:number + 2])] + lines[number + 2:])


def document(seed, number):
    return Writer(f"{seed}/{number}").document()
