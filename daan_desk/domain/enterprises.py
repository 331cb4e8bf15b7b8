"""Words of an enterprise's size and operation, and how rosters spell them."""

from __future__ import annotations

SIZES = ("大型", "中型", "小型", "微型")
SIZE_WORDS = tuple((w, s) for s in SIZES for w in (s[0], s + "企业", s[0] + "型企业"))
OPERATING = ("正常", "减产", "停产", "注销", "迁出")
OPERATING_WORDS = tuple((w, "正常") for w in ("存续", "在业", "开业", "营业", "正常经营", "在营", "正常生产"))
OPERATING_WORDS += (("停业", "停产"), ("吊销", "注销"), ("已注销", "注销"), ("已迁出", "迁出"), ("半停产", "减产"))
