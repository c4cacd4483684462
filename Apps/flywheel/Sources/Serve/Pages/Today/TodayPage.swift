import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import Learning
import People
import WebPages

extension Pages {
    /// What this hour needs, and the routines of the day, the week and the month.
    var today: [Route] {
        [
            get("/today") { visit in
                guard visit.rotation != nil else { return TodayPage.firstRun(visit) }
                return try TodayPage(visit, .now(at: visit.hour)).content
            }
        ]
            + Habit.allCases.flatMap { habit in
                [
                    get("/today/\(habit.page)") { visit in
                        guard visit.rotation != nil else { return TodayPage.firstRun(visit) }
                        return try TodayPage(visit, habit).content
                    },
                    post("/today/\(habit.page)/done", for: .right(.work)) { visit in
                        _ = try visit.session().complete(habit)
                        return try visit.back(orTo: "/today", saying: FlashNote(key: "today.done.\(habit.page)"))
                    },
                ]
            }
    }
}

extension Habit {
    /// The routine that an hour of the day is for.
    fileprivate static func now(at hour: Int) -> Habit {
        switch hour {
        case ..<11: .morning
        case ..<15: .midday
        default: .closeOfDay
        }
    }
}

extension PageVisit {
    /// The hour of the day in the calendar's zone.
    fileprivate var hour: Int { house.clock.zone.localTime(at: formats.asOf.seconds).second / 3_600 }
}

/// A routine as a checklist: each step opens in place with its first rows.
struct TodayPage {
    let visit: PageVisit
    let answer: HabitAnswer
    let session: Session
    /// The open exceptions that steps name, by id.
    let items: [String: QueueItem]
    let rows: QueueRowView

    init(_ visit: PageVisit, _ habit: Habit) throws {
        self.visit = visit
        let session = try visit.session()
        self.session = session
        answer = try session.habit(habit)
        let ids = Set(answer.lines.flatMap { $0.ids.prefix(HabitLine.mostIDs) })
        var items: [String: QueueItem] = [:]
        for id in ids {
            guard let exception = ExceptionID(text: id), id.hasPrefix(ExceptionRecord.letter),
                let entry = try session.host.store.place(of: exception)
            else { continue }
            items[id] = try QueueItem(entry, in: session.host)
        }
        self.items = items
        rows = QueueRowView(
            Array(items.values), of: try session.currentRotation().summary, in: visit, back: visit.address)
    }

    private var words: Phrases { visit.words }

    /// Before the first rotation.
    static func firstRun(_ visit: PageVisit) -> PageContent {
        var shell = visit.shell(visit.words.text("today.title"), door: .today)
        shell.command = "flywheel start"
        return PageContent(shell: shell, main: visit.firstRun)
    }

    /// The page.
    var content: PageContent {
        get throws {
            var shell = visit.shell(words.text("today.habit.\(answer.habit.page)"), door: .today)
            shell.command = "flywheel \(answer.habit.rawValue)"
            shell.notices = visit.staleNotices(try session.currentRotation().summary.heldUp())
            shell.beside = beside
            let steps = zip(1..., answer.lines).map { number, line in step(number, line) }
            return PageContent(
                shell: shell,
                main: """
                    \(routines)
                    <p class="lead">\(words(
                        "today.lead",
                        ["day": .text(visit.formats.day(answer.asOf)), "minutes": .count(answer.habit.minutes)]))\
                    \(start)</p>
                    \(steps)
                    """)
        }
    }

    /// How well it was kept up, and a button that says it is done.
    private var beside: HTML {
        let standing = answer.standing
        let kept: HTML =
            standing.kept(answer.habit.rhythm, words).map { "<span class=\"muted\">\($0)</span>" } ?? .nothing
        if let doneAt = standing.doneAt {
            return """
                \(kept) <span class="chip verified">\(words(
                    "today.doneAt", ["time": .text(visit.formats.near(doneAt))]))</span>
                """
        }
        guard visit.may(.work) else { return kept }
        let form = Form(
            to: Address(returning: "/today/\(answer.habit.page)/done") ?? "/today",
            button: Button(words("today.markDone"), weight: .main),
            hidden: ["return": visit.address.text], isInPlace: false)
        return "\(kept) \(form.html(for: visit.reader))"
    }

    private var routines: HTML {
        func address(_ habit: Habit) -> Address { "/today/\(habit.page)" }
        let links = Habit.allCases.map { (words("today.habit.\($0.page)"), address($0)) }
        return LinkBar(words("today.routines"), links, current: address(answer.habit)).html
    }

    /// Where a wheel stands that was just started.
    private var start: HTML {
        guard let start = answer.start, let next = start.next else { return .nothing }
        return """
             <strong>\(words(
                "today.start",
                ["month": .count(start.month), "step": .text(words.text("today.start.\(next.name.rawValue)"))]))</strong>
            """
    }

    // MARK: Steps

    private func step(_ number: Int, _ line: HabitLine) -> HTML {
        let exceptions = line.ids.prefix(HabitLine.mostIDs).compactMap { items[$0] }
        return """
            <details class="step panel"\(flag: "open", if: number == 1 || line.topic == "act-today")>\
            <summary><span class="muted">\(number)</span> <strong>\(words("today.topic.\(line.key)"))</strong> \
            \(figures(line))</summary>
            \(table(exceptions, of: line))\(others(line))
            <p>\(all(of: line))</p></details>
            """
    }

    /// The way to all that a step counts: the page of its command or, where it has none, the command.
    private func all(of line: HabitLine) -> HTML {
        guard let address = Self.address(of: line.command) else {
            return "<code translate=\"no\">\(line.command)</code>"
        }
        return "<a href=\"\(address)\">\(words(Self.isToDecide(line.command) ? "wheel.act.decide" : "today.all"))</a>"
    }

    /// Parts of what is counted that the catalog has words for.
    private static let parts: Set = ["fresh", "stale", "late", "claimed"]

    private func figures(_ line: HabitLine) -> HTML {
        if let unknown = line.unknown {
            return "<span>\(words("today.unknown"))</span> <span class=\"muted\">\(visit.said(unknown))</span>"
        }
        var parts: [HTML] = []
        if let count = line.count { parts.append("<b class=\"count\">\(visit.formats.number(count))</b>") }
        if let money = line.money, money.minorUnits != 0 {
            parts.append(
                "<span>\(words("today.money.\(line.moneyKey)", ["money": .text(visit.formats.money(money))]))</span>")
        }
        let told = line.parts.filter { Self.parts.contains($0.name) && $0.count > 0 }
        parts += told.map { part in
            "<span class=\"muted\">\(words("today.part.\(part.name)", ["count": .count(part.count)]))</span>"
        }
        // What has no figures of its own is said as the command says it.
        if told.isEmpty, line.money == nil, line.count != 0 {
            parts.append("<span class=\"muted\">\(visit.said(line.words))</span>")
        }
        return parts.joined(by: " ")
    }

    private func table(_ items: [QueueItem], of line: HabitLine) -> HTML {
        guard !items.isEmpty else { return .nothing }
        return WorkTable(
            id: "step-\(line.topic)", caption: words("today.firstRows", ["count": .count(items.count)]),
            amountHeading: words("queue.atRisk", ["currency": .text(visit.currency?.code ?? "")]),
            rows: items.map(rows.row), scale: rows.ends, isSelectable: false, empty: .nothing
        ).html(for: visit.reader)
    }

    /// What a step names besides open exceptions: closed ones, proposals, decisions.
    private func others(_ line: HabitLine) -> HTML {
        let links = line.ids.prefix(HabitLine.mostIDs).filter { items[$0] == nil }.map { id -> HTML in
            let place: Address? =
                switch id.first {
                case "X": Address(returning: "/x/\(id)")
                case "P": "/wheel/thresholds"
                case "D": Address(returning: "/wheel/decisions/\(id)")
                case "A": Address(returning: "/assessment/\(id)")
                case "C": Address(returning: "/cases/\(id)")
                default: nil
                }
            return place.map { "<a href=\"\($0)\">\(id)</a>" } ?? "<span>\(id)</span>"
        }
        return links.isEmpty ? .nothing : "<p>\(links.joined(by: " "))</p>"
    }

    /// The page that shows what a command prints; `nil` where only the command does.
    static func address(of command: String) -> Address? {
        let words = command.split(separator: " ").dropFirst().map(String.init)
        switch words.first {
        case "queue": return Address("/queue", query: query(of: Array(words.dropFirst())))
        case "show": return words.last.flatMap { Address(returning: "/x/\($0)") } ?? "/queue"
        case "imports": return "/data"
        case "thresholds": return "/wheel/thresholds"
        case "decisions": return Address("/wheel/decisions", query: isToDecide(command) ? form(of: words) : [])
        case "metrics": return words.count > 1 ? Address(returning: "/wheel/metrics/\(words[1])") ?? "/wheel" : "/wheel"
        case "cases": return casesAddress(Array(words.dropFirst()))
        case "case": return words.last.flatMap { Address(returning: "/cases/\($0)") } ?? "/cases"
        case "disputes": return "/cases/disputes"
        case "stall": return "/wheel"
        case "assess": return "/assessment"
        case "close": return "/queue"
        case "import": return "/data"
        case "articles": return "/articles"
        default: return "/data/journal"
        }
    }

    private static func casesAddress(_ words: [String]) -> Address? {
        switch words.first {
        case "report": Address("/cases/report", query: query(of: words))
        case "sample": "/cases/sample"
        case let flag? where !flag.hasPrefix("--"): nil
        default: Address("/cases", query: query(of: words))
        }
    }

    /// Whether a command registers a decision.
    private static func isToDecide(_ command: String) -> Bool { command.hasPrefix("flywheel decisions add ") }

    /// What fills in the form of a decision: `decisions add prevention typing --workflow pricing`. A placeholder is left out.
    private static func form(of words: [String]) -> [(name: String, value: String)] {
        let values = zip(["kind", "subject"], words.dropFirst(2)).filter { (try? LoopWords.word($1)) != nil }
        return values.map { (name: $0, value: $1) } + query(of: words)
    }

    /// Flags as the query of a page; one without a value is on.
    private static func query(of flags: [String]) -> [(name: String, value: String)] {
        flags.enumerated().compactMap { place, word in
            guard word.hasPrefix("--") else { return nil }
            let next = flags.indices.contains(place + 1) ? flags[place + 1] : "--"
            let value = next.hasPrefix("--") ? "on" : next.filter { $0 != "'" && $0 != "\"" }
            return (name: String(word.dropFirst(2)), value: value)
        }
    }
}

extension HabitLine {
    /// What its money is.
    fileprivate var moneyKey: String {
        switch topic {
        case "act-today": "avoidable"
        case "revenue-per-operator": "perOperator"
        case "closed": "atRiskThen"
        default: "atRisk"
        }
    }
}
