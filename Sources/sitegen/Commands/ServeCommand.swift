import ArgumentParser
import Base
import Content
import Libc
import Preview
import Publishing

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: said(
            en: "Shows the site on this machine while it is written; reloads the browser after every save.",
            ar: "يعرض الموقع على هذا الجهاز وأنت تكتب، ويحدّث المتصفح بعد كل حفظ."),
        discussion: said(
            en: "Writes nothing: Public/ stays as the last build left it. Ctrl-C ends it.",
            ar: "لا يكتب شيئًا: يبقى Public/ كما تركه آخر بناء. ولإيقافه Ctrl-C."))

    @OptionGroup var options: SiteOptions
    @Option(
        help: .text(
            en: "The port on 127.0.0.1; 0 takes any that is free.", ar: "المنفذ على 127.0.0.1؛ و0 يأخذ أي منفذ خالٍ.",
            value: "منفذ")) var port: UInt16 = 8000
    @Flag(
        help: .text(
            en: "Show drafts and embargoed articles, each with a note.",
            ar: "أظهر المسودات وما عليه حظر نشر، ومع كل منها بيان.")) var drafts = false

    func run() throws {
        let folder = try options.folder()
        let load = try options.loadOptions(showsUnpublished: drafts)
        let (outlet, problems) = Outlet.load(from: folder, load)
        if let missing = problems.first(where: { $0.breaks(SettingsRule.noSite) }) {
            throw stopped(by: missing, arabic: prefersArabic)
        }
        let arabic = outlet?.arabicMessages ?? prefersArabic
        let lock: SiteLock
        do throws(Diagnostic) {
            lock = try SiteLock.take("serve.lock", or: "Content", in: folder, for: "serve")
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
        let fixed = options.now == nil ? nil : load.now
        let preview = Preview(folder, load, clock: { fixed ?? machineClock }) {
            rebuilt in
            let printer = DiagnosticPrinter(format: .text, arabic: rebuilt.speaksArabic)
            for line in printer.lines(rebuilt.problems) { printError(line) }
            printError(
                rebuilt.speaksArabic ? "بُني في \(rebuilt.took.milliseconds)" : "built in \(rebuilt.took.milliseconds)")
        }
        do throws(ListenFailure) {
            try preview.run(port: port) {
                print("http://127.0.0.1:\($0)/ – " + (arabic ? "لإيقافه Ctrl-C" : "Ctrl-C stops it")); fflush(nil)
            }
        } catch {
            throw stopped(by: refusal(error), arabic: arabic)
        }
        withExtendedLifetime(lock) {}
    }

    /// Why nothing can listen at the port, and which one to try.
    private func refusal(_ error: ListenFailure) -> Diagnostic {
        let reason = String(cString: strerror(error.code))
        let other = port < 1024 ? 8000 : port == 65535 ? 8000 : port + 1
        let (english, arabic) =
            switch error.code {
            case EADDRINUSE: ("is taken by another program", "يشغله برنامج آخر")
            case EACCES, EPERM: ("is for the machine's administrator", "لا يُفتح إلا لمدير الجهاز")
            default: ("cannot be used (\(reason))", "لا يمكن استعماله (\(reason))")
            }
        return Diagnostic(
            id: PublishingRule.port,
            Message(
                en: "port \(port) \(english); choose another, such as --port \(other)",
                ar: "المنفذ \(port) \(arabic)؛ اختر غيره، مثل \u{200E}«--port \(other)»\u{200E}"),
            at: nil)
    }
}
