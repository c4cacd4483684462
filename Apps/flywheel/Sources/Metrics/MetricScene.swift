import Assessment
import FlywheelKit
import FlywheelStore

/// What every answer about metrics is of: the history and the turn it ends at.
struct MetricScene {
    var history: WorkHistory
    let rotation: RotationRecord
    /// Whose problems, in words; `nil` for everybody's.
    let part: String?
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

    /// What it is of, in every document.
    func members(_ schema: String) -> [JSON.Member] {
        let members: JSON = [
            "schema": .text("flywheel.\(schema)/1"), "asOf": .instant(rotation.asOf),
            "rotation": .text(rotation.id.description), "isSimulated": .bool(history.isSimulated),
            "currency": .text(history.currency.code), "weeks": .count(weeks),
            "after": .instant(window.after), "through": .instant(window.through), "part": .text(part),
        ]
        return members.members
    }

    static let shape: [Shape.Field] = [
        .init(key: "asOf", shape: .instant), .init(key: "rotation", shape: .text),
        .init(key: "isSimulated", shape: .flag), .init(key: "currency", shape: .text),
        .init(key: "weeks", shape: .integer), .init(key: "after", shape: .instant),
        .init(key: "through", shape: .instant), .init(key: "part", shape: .maybe(.text)),
    ]
}

extension MetricValue {
    /// The names of ``members(of:in:)``.
    static let names = ["value", "amount", "low", "high", "gap", "count", "censored", "apart"]

    /// The value in documents: amounts exactly, all else to 0.0001.
    func members(of metric: Metric, in currency: Currency) -> [JSON.Member] {
        let isMoney = metric.definition.unit.isMoney
        let members: JSON = [
            "value": isMoney ? nil : .rounded(value),
            "amount": isMoney ? .amount(value.flatMap { Int64(exactly: $0) }, currency) : nil,
            "low": .rounded(low), "high": .rounded(high), "gap": .text(gap?.rawValue), "count": .count(count),
            "censored": .count(censored), "apart": .count(apart),
        ]
        return members.members
    }

    static let shape: [Shape.Field] = [
        .init(key: "value", shape: .maybe(.number)), .init(key: "amount", shape: .maybe(.decimal)),
        .init(key: "low", shape: .maybe(.number)), .init(key: "high", shape: .maybe(.number)),
        .init(key: "gap", shape: .maybe(.word(MetricGap.allCases.map(\.rawValue)))),
        .init(key: "count", shape: .integer), .init(key: "censored", shape: .integer),
        .init(key: "apart", shape: .integer),
    ]
}

extension JSON {
    /// A number to 0.0001, or null.
    static func rounded(_ value: Double?) -> JSON { value.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .null }
}
