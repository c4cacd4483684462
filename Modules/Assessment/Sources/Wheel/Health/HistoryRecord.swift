/// A record that a figure rests on, as people name it: `X12` a problem, `R7` a turn, `D3` a decision.
public enum HistoryRecord: Hashable, Sendable {
    /// The exception of a ``Problem``.
    case problem(Int64)
    /// The rotation of a ``TurnMeasures``.
    case turn(Int64)
    /// A ``Decision``.
    case decision(Int64)
}

extension HistoryRecord: CustomStringConvertible {
    /// The letter of its kind and its number.
    public var description: String {
        switch self {
        case .problem(let id): "X\(id)"
        case .turn(let id): "R\(id)"
        case .decision(let id): "D\(id)"
        }
    }
}

extension HistoryRecord {
    /// The number after the letter.
    var number: Int64 {
        switch self {
        case .problem(let id), .turn(let id), .decision(let id): id
        }
    }
}
