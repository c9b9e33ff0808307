"""The fields that each method has, so that a misspelt one is noticed: Telegram ignores it without a word.

https://core.telegram.org/bots/api#available-methods
"""

_SENT = {
    "business_connection_id", "chat_id", "message_thread_id", "direct_messages_topic_id", "disable_notification",
    "protect_content", "allow_paid_broadcast", "message_effect_id", "suggested_post_parameters", "reply_parameters",
    "reply_markup", "reply_to_message_id", "allow_sending_without_reply", "parse_mode",
}  # fmt: skip
_NAMED = {"business_connection_id", "chat_id", "message_id"}
_EDITED = _NAMED | {"inline_message_id", "reply_markup", "parse_mode"}
_SCOPED = {"scope", "language_code"}

# The method: (all its fields, those that it needs).
FIELDS: dict[str, tuple[set[str], set[str]]] = {
    "getMe": (set(), set()),
    "getUpdates": ({"offset", "limit", "timeout", "allowed_updates"}, set()),
    "setWebhook": (
        {"url", "certificate", "ip_address", "max_connections", "allowed_updates", "drop_pending_updates",
         "secret_token"},
        set(),
    ),
    "deleteWebhook": ({"drop_pending_updates"}, set()),
    "getWebhookInfo": (set(), set()),
    "logOut": (set(), set()),
    "close": (set(), set()),
    "sendMessage": (
        _SENT | {"text", "entities", "link_preview_options", "disable_web_page_preview"}, {"chat_id"}
    ),
    "sendDocument": (
        _SENT | {"document", "thumbnail", "caption", "caption_entities", "disable_content_type_detection"},
        {"chat_id"},
    ),
    "sendPhoto": (
        _SENT | {"photo", "caption", "caption_entities", "show_caption_above_media", "has_spoiler"}, {"chat_id"}
    ),
    "sendChatAction": ({"business_connection_id", "chat_id", "message_thread_id", "action"}, {"chat_id"}),
    "setMessageReaction": ({"chat_id", "message_id", "reaction", "is_big"}, {"chat_id"}),
    "getFile": ({"file_id"}, set()),
    "editMessageText": (_EDITED | {"text", "entities", "link_preview_options", "disable_web_page_preview"}, set()),
    "editMessageCaption": (_EDITED | {"caption", "caption_entities", "show_caption_above_media"}, set()),
    "editMessageReplyMarkup": (_EDITED, set()),
    "deleteMessage": (_NAMED, {"chat_id"}),
    "pinChatMessage": (_NAMED | {"disable_notification"}, {"chat_id"}),
    "unpinChatMessage": (_NAMED, {"chat_id"}),
    "unpinAllChatMessages": ({"chat_id"}, {"chat_id"}),
    "answerCallbackQuery": ({"callback_query_id", "text", "show_alert", "url", "cache_time"}, set()),
    "answerInlineQuery": (
        {"inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"}, set()
    ),
    "setMyCommands": ({"commands"} | _SCOPED, set()),
    "getMyCommands": (_SCOPED, set()),
    "deleteMyCommands": (_SCOPED, set()),
    "setMyDescription": ({"description", "language_code"}, set()),
    "getMyDescription": ({"language_code"}, set()),
    "setMyShortDescription": ({"short_description", "language_code"}, set()),
    "getMyShortDescription": ({"language_code"}, set()),
    "getChat": ({"chat_id"}, {"chat_id"}),
    "getChatMember": ({"chat_id", "user_id"}, {"chat_id"}),
    "getChatAdministrators": ({"chat_id"}, {"chat_id"}),
    "leaveChat": ({"chat_id"}, {"chat_id"}),
}  # fmt: skip
