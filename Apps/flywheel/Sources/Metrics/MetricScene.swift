import Assessment
import FlywheelKit
import FlywheelStore

/// What every answer about metrics is of: the history and the turn it ends at.
struct MetricScene {
    var history: WorkHistory
    let rotation: RotationRecord
    /// Whose problems, in words; `nil` for everybody's.
    let part: String?
    /// The flag that asks for them, after a space; nothing for everybody's.
    var partFlag = ""
    /// Over which time, as it was asked for.
    let span: MetricSpan
    /// The same as moments.
    let window: MetricWindow

    /// How many weeks that is; a part of one counts.
    var weeks: Int { window.weeks.count }

    var words: MetricWords { MetricWords(currency: history.currency) }

    /// What it is of, for people.
    func text(on page: Page) -> [String] {
        let whose = part.map { ", \($0)" } ?? ""
        return page.wrapped(
            "\(rotation.id), as of \(page.clock.full(rotation.asOf)), \(span.words)\(whose.visible)")
    }

    /// The same in every document.
    static let members: Members<Self> = [
        "asOf": .value(\.rotation.asOf), "rotation": .value(\.rotation.id),
        "isSimulated": .value(\.history.isSimulated),
        "currency": .value(\.history.currency), "weeks": .value(\.weeks), "after": .value(\.window.after),
        "through": .value(\.window.through), "part": .value(\.part),
    ]
}
