import Synchronization
import Testing

@testable import FlywheelHost
@testable import flywheel

@Suite struct ProgressTests {
    /// A watch that is turned by hand, and what was written.
    private final class Watch: Sendable {
        let seconds = Mutex(0.0)
        let text = Mutex("")

        func progress(_ style: Progress.Style) -> Progress {
            Progress(
                style: style, clock: .init(now: { Scene.asOf }, elapsed: { .seconds(self.seconds.withLock { $0 }) }),
                { text in self.text.withLock { $0 += text } })
        }

        func at(_ second: Double, _ work: () -> Void) -> String {
            seconds.withLock { $0 = second }
            work()
            return text.withLock { $0 }
        }
    }

    @Test func shortWorkSaysNothing() {
        for style in [Progress.Style.lines, .rewritten, .silent] {
            let watch = Watch()
            do {
                let progress = watch.progress(style)
                #expect(watch.at(0) { progress.say("reading") } == "")
                #expect(watch.at(0.9) { progress.say("pricing") } == "")
            }
            #expect(watch.text.withLock { $0 } == "")
        }
    }

    @Test func aTerminalHasOneLineThatIsRewrittenAndGoes() {
        let watch = Watch()
        do {
            let progress = watch.progress(.rewritten)
            #expect(watch.at(0.5) { progress.say("a\u{1B}[2J") } == "")
            // A phase that takes long is shown though nothing more is said in it.
            #expect(watch.at(1.5) { progress.tick() } == "\r\u{1B}[Ka\\u{1B}[2J")
            #expect(watch.at(2) { progress.say("b") } == "\r\u{1B}[Ka\\u{1B}[2J")
            #expect(watch.at(2.5) { progress.tick() } == "\r\u{1B}[Ka\\u{1B}[2J\r\u{1B}[Kb")
        }
        #expect(watch.text.withLock { $0 }.hasSuffix("b\r\u{1B}[K"))
        let narrow = Watch()
        let progress = narrow.progress(.rewritten)
        let long = narrow.at(1) { progress.say(String(repeating: "x", count: 200)) }
        #expect(long.hasSuffix("xxx...") && long.count == "\r\u{1B}[K".count + 79)
    }

    @Test func elsewhereALineStaysEveryTenSeconds() {
        let watch = Watch()
        let progress = watch.progress(.lines)
        #expect(watch.at(9.9) { progress.say("a") } == "")
        #expect(watch.at(10) { progress.tick() } == "a\n")
        #expect(watch.at(19.9) { progress.say("b") } == "a\n")
        #expect(watch.at(20) { progress.say("c") } == "a\nc\n")
    }

    @Test func whoWantsNoneHasNone() {
        let watch = Watch()
        let progress = watch.progress(.silent)
        #expect(watch.at(60) { progress.say("a") } == "")
    }

    @Test(arguments: [
        (0, nil as Double?, 3, "orders.txt, 3 of 9 files"),
        (412_000, 0.34, 3, "orders.txt: 412,000 of about 1,200,000 rows, 34%, 3 of 9 files"),
        (1_000, nil, 1, "orders.txt: 1,000 rows, 1 of 9 files"), (5, 1, 9, "orders.txt: 5 rows, 9 of 9 files"),
    ])
    func anImportSaysHowFarItIs(_ rows: Int, _ share: Double?, _ number: Int, _ words: String) {
        #expect(ImportProgress(fileName: "orders.txt", number: number, of: 9, rows: rows, share: share).words == words)
    }
}
