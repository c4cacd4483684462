import FlywheelKit

/// What a workflow measures of what came of its own findings, of all outcomes that it has learned from.
struct OwnMeasure: JSONRecord {
    /// The workflow's id.
    let workflow: String
    /// What people call the workflow.
    let title: String
    let measure: Measure

    static let members: Members<Self> = [
        "workflow": .value(\.workflow), "measure": .value(\.measure.name), "value": .share(\.value),
        "unit": .value(\.measure.unit.rawValue), "samples": .value(\.measure.samples),
    ]

    /// Its value; `nil` where no outcome was measured: what a stage starts from was not.
    var value: Double? { measure.samples > 0 && measure.value.isFinite ? measure.value : nil }

    /// The value with its unit; in words that there is none.
    var words: String {
        guard let value else { return "no outcome yet" }
        return switch measure.unit {
        case .share: Numbers.percent(value)
        case .days: Numbers.fixed(value, decimals: 1) + " d"
        case .hours: Numbers.fixed(value, decimals: 1) + " h"
        case .units: "\(value.plain) units"
        case .money: "\(value.plain) in money"
        case .none, .ratio: value.plain
        }
    }
}

extension Table {
    /// What workflows measure themselves, one under the other.
    static func of(_ measures: [OwnMeasure]) -> Table {
        Table(
            columns: [
                .init("WORKFLOW"), .init("MEASURES ITSELF", least: 12), .init("VALUE", isRight: true),
                .init("OUTCOMES", isRight: true),
            ],
            rows: measures.map { own in
                [
                    Cell(own.workflow), Cell(own.measure.name),
                    Cell(own.words, own.value == nil ? .plain : .bold),
                    Cell(Numbers.grouped(own.measure.samples)),
                ]
            })
    }
}
