import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

/// What `start` prints: how far a wheel is that was just started, and what comes next.
struct StartAnswer: DocumentedAnswer {
    let start: GuidedStart
    /// See ``Learning/GuidedStart/medianDays(of:)``.
    let medianDays: Double?
    let asOf: Instant

    let listKey: String? = "steps"

    static let document = Document("start", "How far a wheel is that was just started.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "isOver": .value(\.start.isOver), "month": .value(\.start.month),
        "day": .value(\.start.day),
        "medianDaysToResolve": .value { $0.medianDays.map { ($0 * 100).rounded() / 100 } },
        "steps": .value(\.start.steps),
    ]

    func text(on page: Page) -> [String] {
        guard !start.isOver else {
            let why =
                start.next == nil
                ? "every step is done" : "\(Int(GuidedStart.length)) days went by since the first turn"
            return page.wrapped("The start is over: \(why)") + page.next("flywheel morning")
        }
        let day = start.day.map { ", day \($0)" } ?? ""
        var lines = ["Month \(start.month) of 3\(day): \(Self.themes[start.month - 1])"]
        for month in 1...3 {
            lines += ["", "MONTH \(month), \(Self.themes[month - 1])"]
            for step in start.steps where step.month == month {
                let state = step.isDone ? "done " : step == start.next ? "next " : "later"
                let words = "\(state)  \(step.title)\(progress(of: step))"
                lines += step == start.next ? page.line(words, command: step.command) : [words]
            }
        }
        if let days = medianDays {
            lines += ["", "Half of the problems seen are over within \(Numbers.fixed(days, decimals: 1)) days"]
        }
        return lines + page.next(start.next?.command ?? "flywheel morning")
    }

    private static let themes = ["see and rank", "say why", "tune"]

    private func progress(of step: GuidedStart.Step) -> String {
        step.isDone || step.of == 1 ? "" : ", \(step.count) of \(step.of)"
    }
}

extension GuidedStart {
    /// Where it stands in a line: `Month 1, day 3: claim from the top of the queue, 2 of 5`.
    var words: String {
        let place = "Month \(month)" + (day.map { ", day \($0)" } ?? "")
        guard let next else { return place }
        return "\(place): \(next.title.prefix(1).lowercased() + next.title.dropFirst())"
            + (next.of == 1 ? "" : ", \(next.count) of \(next.of)")
    }
}

extension GuidedStart.Step: JSONRecord {
    var title: String {
        switch name {
        case .importFile: "Import one file of one category"
        case .rotation: "Turn the wheel"
        case .claims: "Claim from the top of the queue"
        case .hours: "Import who works how many hours a week"
        case .closes: "Close what was fixed"
        case .resolution: "Measure resolution for thirty days"
        case .causes: "Close with a cause that says something"
        case .threshold: "Tune one number that steers detection"
        }
    }

    var command: String {
        switch name {
        case .importFile: "flywheel import FILES"
        case .rotation: "flywheel rotate"
        case .claims: "flywheel queue"
        case .hours: StaffedHours.command
        case .closes: "flywheel close ID --cause WORD"
        case .resolution: "flywheel morning"
        case .causes: "flywheel close ID --cause WORD"
        case .threshold: "flywheel thresholds"
        }
    }

    static let members: Members<Self> = [
        "step": .word(\.name), "month": .value(\.month), "title": .value(\.title), "isDone": .value(\.isDone),
        "count": .value(\.count), "of": .value(\.of), "command": .value(\.command),
    ]
}

extension Session {
    /// How far a wheel is that was just started, with how long problems last so far.
    func start() throws -> StartAnswer {
        let history = try workSoFar()
        return StartAnswer(
            start: GuidedStart(history, hasFacts: try !host.store.imports().isEmpty),
            medianDays: GuidedStart.medianDays(of: history), asOf: now)
    }

    /// How far a wheel is that was just started; `nil` where it was started so long ago that the start is over.
    func guidedStart() throws -> GuidedStart? {
        let first = try host.store.rotations().first?.asOf
        if let first, now.days(since: first) >= GuidedStart.length { return nil }
        return GuidedStart(try work(endedSince: first ?? now), hasFacts: try !host.store.imports().isEmpty)
    }
}
