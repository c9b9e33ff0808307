"""Words of the trade that say the same thing in a question and in an instrument.

Each group is a set of terms as the index writes them: a syllable, or two joined. Usage in questions and plans.
"""

from collections.abc import Mapping

_GROUPS = (
    "điều_kiện tiêu_chuẩn tiêu_chí",
    "mục_đích mục_tiêu",
    "chủ_trì phụ_trách đầu_mối đơn_vị_chủ",
    "nộp gửi trình báo_cáo",
    "trước chậm_nhất muộn_nhất thời_hạn hạn",
    "hạn thời_hạn chậm_nhất trước",
    "thời_hạn hạn chậm_nhất trước",
    "hệ_số lần mức_tiền",
    "tiền_thưởng mức_thưởng",
    "áp_dụng hiệu_lực thay_thế hết_hiệu",
    "hiệu_lực áp_dụng thay_thế",
    "thay thay_thế hết_hiệu",
    "tối_đa không_quá không_vượt nhiều_nhất",
    "tối_thiểu ít_nhất trở_lên",
    "ít_nhất tối_thiểu trở_lên",
    "tiền đồng",
    "quyền thẩm_quyền quyết_định",
    "thẩm_quyền quyết_định",
    "kinh_phí nguồn_vốn ngân_sách dự_toán",
    "địa_điểm tại",
    "tổng_kết sơ_kết",
    "bao_gồm gồm",
    "cấm nghiêm_cấm không_được",
    "thu_hồi hủy_bỏ nộp_lại",
    "công_khai niêm_yết",
    "bỏ_phiếu phiếu tỷ_lệ",
    "phiếu bỏ_phiếu",
    "lãnh_đạo chủ_tịch giám_đốc",
    "ký_kết ký",
    "phát_động khởi_động",
    "đối_tượng phạm_vi",
)


def _by_term() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in _GROUPS:
        terms = group.split()
        table.setdefault(terms[0], set()).update(terms[1:])
    parts: dict[str, set[str]] = {}
    for term, others in table.items():
        for part in term.split("_"):
            parts.setdefault(part, set()).update(others)
    return {term: frozenset(others) for term, others in {**parts, **table}.items()}


SYNONYMS: Mapping[str, frozenset[str]] = _by_term()
