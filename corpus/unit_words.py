"""The words that names of units are made of: abbreviations, bodies, levels, places, and the nouns of groups.

All folded. Abbreviations beyond `corpus.abbreviations` are those that departments use of themselves in their numbers
and plans; the provinces are those of Nghị quyết 202/2025/QH15 and those that it merged, since older plans name these.
"""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What kind of unit a name is of, as far as groups tell units apart."""

    MINISTRY = "ministry"  # bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ
    PROVINCE = "province"  # UBND, HĐND of a province
    DEPARTMENT = "department"  # sở
    BRANCH = "branch"  # ban, ngành: Thanh tra, Công an, Văn phòng, Thuế, …
    DISTRICT = "district"  # UBND of a huyện, quận, thị xã, thành phố
    COMMUNE = "commune"  # UBND of a xã, phường, thị trấn, đặc khu
    OFFICE = "office"  # phòng
    SCHOOL = "school"
    ASSOCIATION = "association"  # Mặt trận, đoàn thể, hội
    VILLAGE = "village"  # thôn, tổ dân phố
    ENTERPRISE = "enterprise"
    CLUSTER = "cluster"  # cụm, khối thi đua
    PERSON = "person"  # cá nhân, tập thể
    OTHER = "other"  # đơn vị sự nghiệp, bệnh viện, báo, đài
    UNKNOWN = "unknown"  # nothing in the name tells that it is a unit: no group covers it


# What letters with "&", or alone, stand for in the name of a unit.
LETTERS: Mapping[str, str] = {
    "khcn": "khoa hoc cong nghe",
    "gddt": "giao duc dao tao",
    "khdt": "ke hoach dau tu",
    "tckh": "tai chinh ke hoach",
    "nnmt": "nong nghiep moi truong",
    "nnptnt": "nong nghiep phat trien nong thon",
    "tnmt": "tai nguyen moi truong",
    "tttt": "thong tin truyen thong",
    "vhtt": "van hoa thong tin",
    "vhttdl": "van hoa the thao du lich",
    "vhxh": "van hoa xa hoi",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "dttg": "dan toc ton giao",
    "gtvt": "giao thong van tai",
    "xd": "xay dung",
    "tdkt": "thi dua khen thuong",
    "snv": "so noi vu",
    "stc": "so tai chinh",
    "stp": "so tu phap",
    "sct": "so cong thuong",
    "sxd": "so xay dung",
    "syt": "so y te",
    "sgddt": "so giao duc dao tao",
    "skhcn": "so khoa hoc cong nghe",
    "snnmt": "so nong nghiep moi truong",
    "svhttdl": "so van hoa the thao du lich",
    "sdttg": "so dan toc ton giao",
    "bhxh": "bao hiem xa hoi",
    "bql": "ban quan ly",
    "bqlda": "ban quan ly du an",
    "bchqs": "ban chi huy quan su",
    "bochqs": "bo chi huy quan su",
    "chqs": "chi huy quan su",
    "ca": "cong an",
    "vp": "van phong",
    "dbqh": "dai bieu quoc hoi",
    "hlhpn": "hoi lien hiep phu nu",
    "hccb": "hoi cuu chien binh",
    "hnd": "hoi nong dan",
    "lhpn": "lien hiep phu nu",
    "dtn": "doan thanh nien",
    "ldld": "lien doan lao dong",
    "mttqvn": "mat tran to quoc viet nam",
    "vksnd": "vien kiem sat nhan dan",
    "tand": "toa an nhan dan",
    "kbnn": "kho bac nha nuoc",
    "nhnn": "ngan hang nha nuoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "tt": "trung tam",
    "ct": "chu tich",
    "kt": "kinh te",
    "ktht": "kinh te ha tang",
    "qldt": "quan ly do thi",
    "hcm": "ho chi minh",
}

# What a name begins with when it is one unit's; those that come first are longer.
BODIES: Mapping[str, Kind] = {
    "uy ban nhan dan": Kind.COMMUNE,  # the level decides
    "hoi dong nhan dan": Kind.COMMUNE,  # the level decides
    "uy ban mat tran to quoc": Kind.ASSOCIATION,
    "hoi dong thi dua": Kind.OTHER,
    "hoi dong": Kind.OTHER,
    "bo chi huy": Kind.BRANCH,
    "bo tu lenh": Kind.BRANCH,
    "bo phan": Kind.OTHER,
    "bo": Kind.MINISTRY,
    "so": Kind.DEPARTMENT,
    "ban chi dao": Kind.OTHER,
    "ban to chuc": Kind.OTHER,
    "ban": Kind.BRANCH,
    "thanh tra chinh phu": Kind.MINISTRY,
    "van phong chinh phu": Kind.MINISTRY,
    "ngan hang nha nuoc viet nam": Kind.MINISTRY,
    "thanh tra": Kind.BRANCH,
    "van phong": Kind.BRANCH,
    "cong an": Kind.BRANCH,
    "chi cuc": Kind.BRANCH,
    "cuc": Kind.BRANCH,
    "tong cuc": Kind.BRANCH,
    "vu": Kind.OFFICE,
    "thue": Kind.BRANCH,
    "thong ke": Kind.BRANCH,
    "hai quan": Kind.BRANCH,
    "kho bac": Kind.BRANCH,
    "ngan hang": Kind.BRANCH,
    "bao hiem xa hoi": Kind.BRANCH,
    "vien kiem sat": Kind.BRANCH,
    "toa an": Kind.BRANCH,
    "thi hanh an": Kind.BRANCH,
    "phong": Kind.OFFICE,
    "to dan pho": Kind.VILLAGE,
    "thon": Kind.VILLAGE,
    "khu pho": Kind.VILLAGE,
    "khu dan cu": Kind.VILLAGE,
    "truong": Kind.SCHOOL,
    "dai hoc": Kind.SCHOOL,
    "hoc vien": Kind.SCHOOL,
    "mat tran to quoc": Kind.ASSOCIATION,
    "lien doan": Kind.ASSOCIATION,
    "lien hiep": Kind.ASSOCIATION,
    "lien minh": Kind.ASSOCIATION,
    "hoi": Kind.ASSOCIATION,
    "doan thanh nien": Kind.ASSOCIATION,
    "tinh doan": Kind.ASSOCIATION,
    "thanh doan": Kind.ASSOCIATION,
    "cong doan": Kind.ASSOCIATION,
    "cong ty": Kind.ENTERPRISE,
    "tong cong ty": Kind.ENTERPRISE,
    "tap doan": Kind.ENTERPRISE,
    "hop tac xa": Kind.ENTERPRISE,
    "cum thi dua": Kind.CLUSTER,
    "khoi thi dua": Kind.CLUSTER,
    "trung tam": Kind.OTHER,
    "benh vien": Kind.OTHER,
    "tram": Kind.OTHER,
    "thu vien": Kind.OTHER,
    "bao tang": Kind.OTHER,
    "nha van hoa": Kind.OTHER,
    "nha hat": Kind.OTHER,
    "nha thieu nhi": Kind.OTHER,
    "hat kiem lam": Kind.OTHER,
    "chi nhanh": Kind.OTHER,
    "doi": Kind.OTHER,
    "buu dien": Kind.ENTERPRISE,
    "xi nghiep": Kind.ENTERPRISE,
    "nha may": Kind.ENTERPRISE,
    "bao": Kind.OTHER,
    "dai": Kind.OTHER,
    "vien": Kind.OTHER,
    "quy": Kind.OTHER,
    "thuong truc": Kind.OTHER,
    "tinh uy": Kind.OTHER,
    "thanh uy": Kind.OTHER,
    "huyen uy": Kind.OTHER,
    "quan uy": Kind.OTHER,
    "dang uy": Kind.OTHER,
    "to cong tac": Kind.OTHER,
    "chinh phu": Kind.MINISTRY,
    "quoc hoi": Kind.OTHER,
}

# Bodies that every level has: without its level the name does not say which.
OF_EVERY_LEVEL = (
    "uy ban nhan dan",
    "hoi dong nhan dan",
    "cong an",
    "ban chi huy",
    "dang uy",
    "uy ban mat tran to quoc",
)

PROVINCE_LEVELS = frozenset({"tinh", "thanh pho"})
DISTRICT_LEVELS = frozenset({"huyen", "quan", "thi xa"})
COMMUNE_LEVELS = frozenset({"xa", "phuong", "thi tran", "dac khu"})
# "cấp xã" names all that stand on a level.
WHOLE_LEVELS: Mapping[str, frozenset[str]] = {
    "tinh": PROVINCE_LEVELS,
    "huyen": DISTRICT_LEVELS | {"thanh pho"},
    "xa": COMMUNE_LEVELS,
    "co so": COMMUNE_LEVELS,
}

_DEPARTMENTS = frozenset({Kind.DEPARTMENT, Kind.BRANCH})
_PLACES = frozenset({Kind.DISTRICT, Kind.COMMUNE})
_BODIES = frozenset(Kind) - {Kind.MINISTRY, Kind.PROVINCE, Kind.PERSON, Kind.UNKNOWN}
# What a group is named by, and whom it covers.
GROUPS: Mapping[str, frozenset[Kind]] = {
    "so": frozenset({Kind.DEPARTMENT}),
    "ban": frozenset({Kind.BRANCH}),
    "nganh": _DEPARTMENTS,
    "co quan chuyen mon": _DEPARTMENTS | {Kind.OFFICE},
    "co quan": _BODIES,
    "don vi": _BODIES,
    "dia phuong": _PLACES,
    "chinh quyen dia phuong": _PLACES,
    "chinh quyen": _PLACES,
    "to chuc": frozenset({Kind.ASSOCIATION, Kind.ENTERPRISE, Kind.OTHER}),
    "doan the": frozenset({Kind.ASSOCIATION}),
    "doan the chinh tri xa hoi": frozenset({Kind.ASSOCIATION}),
    "hoi": frozenset({Kind.ASSOCIATION}),
    "to chuc chinh tri xa hoi": frozenset({Kind.ASSOCIATION}),
    "to chuc thanh vien": frozenset({Kind.ASSOCIATION}),
    "phong": frozenset({Kind.OFFICE}),
    "phong chuyen mon": frozenset({Kind.OFFICE}),
    "truong": frozenset({Kind.SCHOOL}),
    "truong hoc": frozenset({Kind.SCHOOL}),
    "nha truong": frozenset({Kind.SCHOOL}),
    "co so giao duc": frozenset({Kind.SCHOOL}),
    "doanh nghiep": frozenset({Kind.ENTERPRISE}),
    "hop tac xa": frozenset({Kind.ENTERPRISE}),
    "thon": frozenset({Kind.VILLAGE}),
    "to dan pho": frozenset({Kind.VILLAGE}),
    "khu pho": frozenset({Kind.VILLAGE}),
    "khu dan cu": frozenset({Kind.VILLAGE}),
    "cum": frozenset({Kind.CLUSTER}),
    "khoi": frozenset({Kind.CLUSTER}),
    "cum thi dua": frozenset({Kind.CLUSTER}),
    "khoi thi dua": frozenset({Kind.CLUSTER}),
    "tap the": frozenset({Kind.PERSON}),
    "ca nhan": frozenset({Kind.PERSON}),
    "bo": frozenset({Kind.MINISTRY}),
    "co quan ngang bo": frozenset({Kind.MINISTRY}),
    "co quan thuoc chinh phu": frozenset({Kind.MINISTRY}),
    "don vi su nghiep": frozenset({Kind.OTHER, Kind.SCHOOL}),
    "vien": frozenset({Kind.OTHER}),
    "trung tam": frozenset({Kind.OTHER}),
    "benh vien": frozenset({Kind.OTHER}),
}
# In company the same noun is of another level: "các bộ, ban, ngành, địa phương", "các phòng, ban, ngành".
IN_COMPANY: Mapping[str, Mapping[str, frozenset[Kind]]] = {
    "bo": {
        "ban": frozenset({Kind.MINISTRY}),
        "nganh": frozenset({Kind.MINISTRY}),
        "dia phuong": frozenset({Kind.PROVINCE}),
    },
    "phong": {"ban": frozenset({Kind.OFFICE}), "nganh": frozenset({Kind.OFFICE})},
}
# A group within one body is made of its parts.
PARTS = frozenset({Kind.OFFICE, Kind.SCHOOL, Kind.OTHER})

CENTRAL_CITIES = frozenset({"ha noi", "hai phong", "hue", "da nang", "can tho", "ho chi minh"})
PROVINCES = CENTRAL_CITIES | frozenset({
    "an giang", "ba ria vung tau", "bac giang", "bac kan", "bac lieu", "bac ninh", "ben tre", "binh dinh", "binh duong",
    "binh phuoc", "binh thuan", "ca mau", "cao bang", "dak lak", "dak nong", "dien bien", "dong nai", "dong thap",
    "gia lai", "ha giang", "ha nam", "ha tinh", "hai duong", "hau giang", "hoa binh", "hung yen", "khanh hoa",
    "kien giang", "kon tum", "lai chau", "lam dong", "lang son", "lao cai", "long an", "nam dinh", "nghe an",
    "ninh binh", "ninh thuan", "phu tho", "phu yen", "quang binh", "quang nam", "quang ngai", "quang ninh",
    "quang tri", "soc trang", "son la", "tay ninh", "thai binh", "thai nguyen", "thanh hoa", "thua thien hue",
    "tien giang", "tra vinh", "tuyen quang", "vinh long", "vinh phuc", "yen bai",
})  # fmt: skip
