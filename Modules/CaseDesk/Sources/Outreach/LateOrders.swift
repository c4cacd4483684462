import Cases
import FlywheelKit
import FlywheelStore

/// Orders that the queue holds for late, or likely to be, with the cases that are about them.
struct LateOrders {
    /// A number is an order of one account: others have the same.
    private struct Number: Hashable {
        let account: String
        let code: String
    }

    /// What a message about an order takes from the case that is about it.
    private struct About {
        let record: CaseRecord
        let language: String?

        /// The one that goes on counts first, and of these the newest.
        func goes(before other: About) -> Bool {
            record.isDone == other.record.isDone ? record.id > other.record.id : other.record.isDone
        }
    }

    private let late: [ExceptionRecord]
    private let places: [Number: [Int]]
    private var cases: [Int: About] = [:]

    /// Those among exceptions.
    init(_ exceptions: [ExceptionRecord]) {
        late = exceptions.filter { $0.fingerprint.subject.kind == .order && $0.state.isOpen }
        places = Dictionary(grouping: late.indices) { [late] place in
            let order = late[place].fingerprint.subject
            return Number(account: order.account, code: order.code)
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { late.isEmpty }

    /// Takes a case for the orders it is known to be about: what was only found in a text is none, and neither is one on another
    /// marketplace than the case's.
    mutating func take(_ record: CaseRecord, _ contents: Case) {
        for link in contents.links where link.kind == .order && link.isConfirmed {
            for place in places[Number(account: contents.account, code: link.code)] ?? [] {
                let marketplace = late[place].fingerprint.subject.marketplace
                guard
                    [marketplace, "", Subject.nowhere].contains(contents.marketplace)
                        || marketplace == Subject.nowhere
                else { continue }
                let about = About(record: record, language: contents.language)
                if cases[place].map(about.goes) ?? true { cases[place] = about }
            }
        }
    }

    /// What there is to write about them.
    var occasions: [OutreachOccasion] {
        late.enumerated().map { place, exception in
            let order = exception.fingerprint.subject
            let about = cases[place]
            return OutreachOccasion(
                kind: .lateOrder, about: order.code, account: order.account, marketplace: order.marketplace,
                party: about?.record.party.map(OutreachParty.known) ?? .buyer(of: order), caseID: about?.record.id,
                language: about?.language, promised: exception.exposure.deadline,
                chance: exception.state == .predicted ? exception.exposure.probability : 1)
        }
    }
}
