"""Saved web pages in three styles; sites, places, people and tasks are invented."""

PARAGRAPHS = (
    "Sáng 12/3/2025, tại nhà văn hóa trung tâm, xã Vân Lĩnh tổ chức lễ phát động thi đua giữ sạch nguồn nước với sự "
    "tham gia của hơn hai trăm hộ dân ở mười bản.",
    "Phát biểu tại buổi lễ, Chủ tịch UBND xã Lò Thị Mẫu cho biết Kế hoạch số 27/KH-UBND giao mỗi bản trồng ít nhất năm "
    "trăm cây ở đầu nguồn, xong trước ngày 30/6/2025.",
    "Các bản đã ký giao ước thi đua; bản đứng đầu sẽ được xã tặng giấy khen và một bể lọc nước.",
)


def news_page(paragraphs=PARAGRAPHS, published="2025-03-12T09:30:00+07:00", charset="utf-8"):
    """A portal's news page made with ASP.NET: all in one form, menu, sidebar, related news, comment form, notices."""
    article = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = "".join(
        f'<li><a href="/{name}">{name}</a></li>' for name in ("Trang chủ", "Giới thiệu", "Văn bản", "Liên hệ")
    )
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="{charset}"><title>Lễ phát động - Cổng thông tin xã Vân Lĩnh</title>
<meta property="og:title" content="Xã Vân Lĩnh phát động thi đua giữ sạch nguồn nước">
<meta property="og:site_name" content="Cổng thông tin xã Vân Lĩnh">
<meta property="og:url" content="https://vanlinh.example/tin/giu-sach-nguon-nuoc">
<meta property="article:published_time" content="{published}">
<script>var trackers = "không phải tin";</script><style>.a {{ color: red }}</style></head>
<body class="page has-sidebar"><form id="aspnetForm" action="/" method="post">
<div class="topbar">Chào mừng bạn đến với cổng thông tin</div>
<header><img alt="logo"><h2>CỔNG THÔNG TIN XÃ VÂN LĨNH</h2></header><nav class="menu"><ul>{menu}</ul></nav>
<div class="breadcrumb"><a href="/">Trang chủ</a> / <a href="/tin">Tin tức</a></div>
<div class="container"><div class="main-content"><h1>Xã Vân Lĩnh phát động thi đua giữ sạch nguồn nước</h1>
<div class="article-body">{article}</div>
<div class="share">Chia sẻ bài viết: Facebook Zalo</div>
<div class="related-news"><h3>Tin liên quan</h3><ul><li><a href="/1">Bản Nà Cạn sửa đường vào khu sản xuất</a></li>
<li><a href="/2">Hội nghị tổng kết công tác năm cũ của các đoàn thể</a></li></ul></div>
<div class="comment-form"><h3>Gửi bình luận</h3><label>Họ tên</label><input name="n"><textarea>Ý kiến</textarea>
<button>Gửi</button></div></div>
<div class="sidebar"><h3>Đọc nhiều</h3><ul><li><a href="/3">Lịch tiếp công dân tháng này của lãnh đạo xã</a></li></ul>
<p>Đường dây nóng: 0999 000 111</p></div></div>
<footer>Bản quyền thuộc về UBND xã Vân Lĩnh. Thiết kế bởi công ty mẫu.</footer>
<div id="cookie-notice">Trang này dùng cookie để cải thiện trải nghiệm.</div></form></body></html>"""


def law_page():
    """A law site's page: the instrument between the site's tabs and its boxes, with letterhead and annex as tables."""
    return """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Kế hoạch 27/KH-UBND 2025 - Kho luật mẫu</title><meta property="og:title" content="Kế hoạch 27/KH-UBND 2025">
<meta property="article:published_time" content="2025-05-20"><link rel="canonical" href="https://luat.example/27-kh-ubnd">
</head><body><div class="header-menu"><a href="/">Kho luật</a> <a href="/dang-nhap">Đăng nhập</a></div>
<div id="tabs"><ul class="nav"><li><a>Nội dung</a></li><li><a>Lược đồ</a></li><li><a>Tải về</a></li></ul></div>
<div class="content1">
<table border="0" cellpadding="0"><tr><td><p align="center"><b>ỦY BAN NHÂN DÂN<br>XÃ VÂN LĨNH<br>-------</b></p></td>
<td><p align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>
---------------</b></p></td></tr>
<tr><td><p>Số: 27/KH-UBND</p></td><td><p><i>Vân Lĩnh, ngày 03 tháng 02 năm 2025</i></p></td></tr></table>
<p align="center"><b>KẾ HOẠCH</b></p><p align="center">PHÁT ĐỘNG PHONG TRÀO THI ĐUA GIỮ SẠCH NGUỒN NƯỚC</p>
<p>Thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2025 của UBND huyện Tân Mộc, xã ban hành kế hoạch như sau:</p>
<p><b>I. MỤC ĐÍCH</b></p><p>1. Vận động nhân dân giữ sạch khe suối, bể nước và đường vào bản.</p>
<p>a) Mỗi bản chọn một việc cụ thể để thi đua;</p><p>b) Kịp thời nêu gương việc tốt.</p>
<p><b>II. TỔ CHỨC THỰC HIỆN</b></p><ul><li>Văn phòng xã theo dõi, tổng hợp;</li>
<li>Các bản báo cáo trước ngày 15/12/2025./.</li></ul>
<table><tr><td><p><b>Nơi nhận:</b><br>- Các bản;<br>- Lưu: VT.</p></td>
<td><p>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Lò Thị Mẫu</p></td></tr></table>
<p align="center">PHỤ LỤC</p><p align="center">DANH MỤC VIỆC THI ĐUA</p>
<table border="1"><tr><th>STT</th><th>Việc</th><th colspan="2">Chỉ tiêu</th></tr>
<tr><td>1</td><td><p>Trồng cây</p><p>đầu nguồn</p></td><td>500 cây</td><td>30/6/2025</td></tr>
<tr><td>2</td><td>Làm bể lọc</td><td></td><td>30/9/2025</td></tr></table></div>
<div class="box-lien-quan"><h3>Văn bản liên quan</h3><a href="/15">Kế hoạch 15/KH-UBND huyện Tân Mộc</a></div>
<div class="binh-luan">Bình luận của bạn đọc <form><input></form></div>
<div class="footer">Kho luật mẫu giữ bản quyền trang này.</div></body></html>"""


def hand_made_page(paragraphs=PARAGRAPHS):
    """Only a heading and paragraphs, as saved from an editor."""
    body = "".join(f"<p>{paragraph}\n</p>" for paragraph in paragraphs)
    return f"<html><body><p><b>Xã Vân Lĩnh phát động thi đua</b></p>{body}</body></html>"
