"""Renders every pair in Pairs/ with Jinja2 3.1.6 and writes the output down as what the engine must give.

    python3 Tests/TemplatesTests/record.py

A file holds `values` and `templates` that its pairs share; a pair is a template, values of its own if it has any, and the
output. Files are rewritten in place; a pair that Jinja refuses stops the run.
"""

import json
import pathlib

import jinja2

assert jinja2.__version__ == "3.1.6", jinja2.__version__


def record(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    for pair in data["pairs"]:
        environment = jinja2.Environment(autoescape=True, loader=jinja2.DictLoader(data["templates"]))
        try:
            values = pair.get("values", data["values"])
            pair["expected"] = environment.from_string(pair["template"]).render(values)
        except Exception as error:
            raise SystemExit(f"{path.name}: {pair['template']}: {error}")
    lines = [
        ' "values": ' + json.dumps(data["values"], ensure_ascii=False),
        ' "templates": ' + json.dumps(data["templates"], ensure_ascii=False, indent=2),
        ' "pairs": [\n' + ",\n".join("  " + json.dumps(pair, ensure_ascii=False) for pair in data["pairs"]) + "\n ]",
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return len(data["pairs"])


pairs = sum(record(path) for path in sorted(pathlib.Path(__file__).parent.glob("Pairs/*.json")))
print(pairs, "pairs recorded")
