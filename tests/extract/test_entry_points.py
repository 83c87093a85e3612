"""spaCy finds the factories of the installed package without an import of ours."""

import subprocess
import sys

CODE = """
import spacy
nlp = spacy.blank("zh")
for name in ("newsclaims_values", "newsclaims_mentions", "newsclaims_claims"):
    nlp.add_pipe(name)
doc = nlp("特斯拉已采购3.5万张H100。")
print(sorted(doc.spans), doc._.claims[0].value)
"""


def test_each_step_can_be_added_alone() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split("] ") == ["['claims', 'hardware', 'organisations', 'values'", "35000\n"]
