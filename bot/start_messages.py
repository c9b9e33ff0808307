"""What `make bot` prints in its terminal, for whoever sets the bot up."""

from bot.records.ownership import claim_link


def told_at_start(bot_username: str, owner_code: str | None) -> str:
    """The bot answers from now on; with a code, only who reads this can become the first administrator."""
    running = f"Bot @{bot_username} đang chạy: https://t.me/{bot_username}  (dừng: Ctrl-C)"
    return running if owner_code is None else f"{running}\n\n{_needs_an_owner(bot_username, owner_code)}"


def _needs_an_owner(bot_username: str, code: str) -> str:
    return "\n".join(
        [
            "Bot chưa có quản trị viên và chưa trả lời ai. Để trở thành quản trị viên, mở đường dẫn sau bằng Telegram",
            "rồi bấm “Bắt đầu” (Start):",
            "",
            f"    {claim_link(bot_username, code)}",
            "",
            f"hoặc gửi cho bot: /start {code}",
            "Mã chỉ dùng được một lần, trong lần chạy này. Sau đó, ai cần dùng thì gửi /start cho bot; "
            "quản trị viên duyệt bằng nút bấm hoặc /duyet kèm mã.",
        ]
    )
