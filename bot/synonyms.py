"""Words of the trade by which instruments say what questions ask in other words.

Each line: what a question says, then what also says it; terms as the index writes them, two syllables joined.
It is usage, one way only: "hạn" in a question is met by "chậm nhất" in a text, not the reverse.
"""

from collections.abc import Mapping

_ALSO_SAID = """
điều_kiện    tiêu_chuẩn tiêu_chí
mục_đích     mục_tiêu
phụ_trách    chủ_trì
nộp          gửi trình
hạn          thời_hạn chậm_nhất trước
thời_hạn     hạn chậm_nhất trước
trước        chậm_nhất
hệ_số        lần
tối_đa       không_quá không_vượt nhiều_nhất
tối_thiểu    ít_nhất trở_lên
ít_nhất      tối_thiểu trở_lên
tiền         đồng
kinh_phí     ngân_sách dự_toán
quyền        thẩm_quyền quyết_định
thẩm_quyền   quyết_định
áp_dụng      hiệu_lực thay_thế
hiệu_lực     áp_dụng thay_thế
thay         thay_thế hết_hiệu
cấm          nghiêm_cấm không_được
phiếu        bỏ_phiếu
đối_tượng    phạm_vi
"""


def _by_term() -> dict[str, frozenset[str]]:
    """For each term of a question, and each syllable of it, what also says it."""
    table: dict[str, frozenset[str]] = {}
    for line in _ALSO_SAID.split("\n"):
        for asked, *said in filter(None, [line.split()]):
            for term in {asked, *asked.split("_")}:
                table[term] = table.get(term, frozenset()) | frozenset(said)
    return table


SYNONYMS: Mapping[str, frozenset[str]] = _by_term()
