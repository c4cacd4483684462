import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CaseState {
    /// As people read it.
    var words: String {
        switch self {
        case .waitingOnRequester: "waiting on requester"
        case .waitingOnOther: "waiting on others"
        case .onHold: "on hold"
        default: rawValue
        }
    }

    var tone: Tone { self == .new ? .yellow : isDone ? .green : .plain }
}

extension CaseRecord {
    /// When it is due, or how late it is.
    func dueCell(_ clock: WallClock) -> Table.Cell {
        guard let due else { return "-" }
        return Table.Cell(clock.due(due), due < clock.now ? .red : .plain)
    }
}

extension CaseEvent.Message.Author {
    /// Who wrote, as people read it.
    var words: String {
        switch self {
        case .party(let side): "the \(side.rawValue)"
        case .agent(let name), .automation(let name): name
        }
    }
}

extension ClockReading.Kind {
    /// As people read it.
    var words: String {
        switch self {
        case .firstResponse: "first response"
        case .update: "next update"
        case .resolution: "resolution"
        }
    }
}
