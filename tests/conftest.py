from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pipeline.run import load

SHARED = os.environ.get("NEWSCLAIMS_SHARED")

IT_TEXT = """Alfa Cloud ordina 300.000 Blackwell B200
Pubblicato il 4 giugno 2024

Microsoft ha ordinato 300.000 GPU B200 a 30.000 dollari l'una.
Il cluster di 100.000 H100 consuma 1 gigawatt.
"""
ZH_TEXT = """微软采购10万颗H100
发布日期:2024-12-19

微软将以10.8亿美元(约72.65亿元人民币)购买GB200。单颗GB200售价7万美元(约50.7万元人民币)。
GB200的晶体管数量为2080亿个。
"""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the seeds; the tests that ask for it run where NEWSCLAIMS_SHARED names it."""
    if not SHARED:
        pytest.skip("NEWSCLAIMS_SHARED names no folder with the seeds")
    return Path(SHARED)


@pytest.fixture(autouse=True)
def _own_warehouse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSCLAIMS_WAREHOUSE", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journalist's folder: an Italian and a Chinese article, and a file that is none."""
    place = tmp_path / "articoli"
    place.mkdir()
    (place / "uno.txt").write_text(IT_TEXT, encoding="utf-8")
    (place / "due.txt").write_text(ZH_TEXT, encoding="gb18030")
    (place / "rotto.json").write_text("{no", encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def _loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("loaded")
    (place / "uno.txt").write_text(IT_TEXT, encoding="utf-8")
    (place / "due.txt").write_text(ZH_TEXT, encoding="utf-8")
    load(place, place / "news.duckdb")
    return place / "news.duckdb"


@pytest.fixture
def warehouse_file(_loaded: Path, tmp_path: Path) -> Path:
    """A copy of a warehouse with the two articles in it."""
    return Path(shutil.copy(_loaded, tmp_path / "news.duckdb"))
