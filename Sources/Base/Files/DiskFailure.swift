import Libc

extension Message {
    /// What to say of a call that the system refused.
    ///
    /// - Parameter code: the call's `errno`.
    init(errno code: Int32) {
        self =
            switch code {
            case EACCES, EPERM, EROFS:
                Message(
                    en:
                        "this may not be read or written here; ask the machine's administrator for the right to it, or "
                        + "work in another folder",
                    ar: "لا إذن بالقراءة أو الكتابة هنا؛ اطلب الإذن من مدير الجهاز، أو اعمل في مجلد آخر")
            case ENOSPC, EDQUOT:
                Message(
                    en: "the disk is full; make room and try again", ar: "القرص ممتلئ؛ أفرغ مكانًا ثم أعد المحاولة")
            case EAGAIN:
                Message(
                    en: "this file changed while it was read; try again",
                    ar: "تغيّر هذا الملف أثناء قراءته؛ أعد المحاولة")
            case ENAMETOOLONG:
                Message(
                    en: "the disk takes no name this long; shorten it", ar: "لا يقبل القرص اسمًا بهذا الطول؛ قصّره")
            case EISDIR:
                Message(
                    en: "a file belongs here, and this is a folder; move it away", ar: "هنا موضع ملف، وهذا مجلد؛ انقله")
            case ENOTDIR:
                Message(
                    en: "a folder belongs here, and this is a file; move it away", ar: "هنا موضع مجلد، وهذا ملف؛ انقله")
            case ELOOP:
                Message(
                    en: "a symbolic link leads back to itself here; remove it", ar: "رابط رمزي هنا يعود إلى نفسه؛ احذفه"
                )
            case EIO:
                Message(
                    en: "the disk cannot read or write this (Input/output error); look after the disk",
                    ar: "يعجز القرص عن قراءة هذا أو كتابته (خطأ إدخال وإخراج)؛ افحص القرص")
            case EMFILE, ENFILE:
                Message(
                    en: "the system lets no more files be open at once; try again with --jobs 1",
                    ar: "لا يسمح النظام بفتح ملفات أكثر في الوقت نفسه؛ أعد المحاولة مع «--jobs 1»")
            case EFBIG:
                Message(en: "the disk takes no file this large", ar: "لا يقبل القرص ملفًا بهذا الحجم")
            default:
                Message(
                    en: "the disk refuses: \(String(cString: strerror(code)))",
                    ar: "القرص يرفض العملية: \(String(cString: strerror(code)))")
            }
    }
}
