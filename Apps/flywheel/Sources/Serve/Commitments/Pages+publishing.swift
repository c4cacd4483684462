import Commitments
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension Pages {
    /// Pages on which people tell everybody of incidents and of announced work.
    var publishing: [Route] {
        [
            get("/incidents") { visit in try visit.told(faults: []) },
            get("/incidents/{id}") { visit in try visit.told(of: visit.incident(), faults: []) },
            get("/maintenance/{id}") { visit in try visit.told(of: visit.maintenance(), faults: []) },
            publish("/incidents") { visit, desk in
                try desk.open(
                    visit.field("title"), text: visit.field("text"),
                    severity: Severity(rawValue: visit.field("severity")) ?? .partial,
                    components: visit.tickedComponents, began: try visit.moment(.began),
                    next: try visit.moment(.next), owner: visit.filled("owner")
                ).id
            } refused: { visit, fault in
                try visit.told(faults: [fault])
            },
            incident("update") { visit, desk, number in
                try desk.update(
                    number, text: visit.field("text"), severity: Severity(rawValue: visit.field("severity")),
                    components: visit.tickedComponents, next: try visit.moment(.next))
            },
            incident("resolve") { visit, desk, number in try desk.resolve(number, text: visit.field("text")) },
            publish("/maintenance") { visit, desk in
                try desk.announce(
                    visit.field("title"), text: visit.field("text"), components: visit.tickedComponents,
                    starts: try visit.required(.starts), ends: try visit.required(.ends), owner: visit.filled("owner")
                ).id
            } refused: { visit, fault in
                try visit.told(faults: [fault])
            },
            maintenance("begin") { visit, desk, number in try desk.say(.begun, of: number, text: visit.field("text")) },
            maintenance("complete") { visit, desk, number in try desk.say(.done, of: number, text: visit.field("text"))
            },
            maintenance("cancel") { visit, desk, number in
                try desk.say(.cancelled, of: number, text: visit.field("text"))
            },
            maintenance("move") { visit, desk, number in
                try desk.move(
                    number, text: visit.field("text"), starts: try visit.moment(.starts),
                    ends: try visit.required(.ends))
            },
        ]
    }

    private func incident(
        _ verb: String, _ say: @escaping @Sendable (PageVisit, CommitmentDesk, Int64) throws -> Incident
    ) -> Route {
        publish("/incidents/{id}/\(verb)") { visit, desk in
            try say(visit, desk, visit.incident().record.number).id
        } refused: { visit, fault in
            try visit.told(of: visit.incident(), faults: [fault])
        }
    }

    private func maintenance(
        _ verb: String, _ say: @escaping @Sendable (PageVisit, CommitmentDesk, Int64) throws -> Maintenance
    ) -> Route {
        publish("/maintenance/{id}/\(verb)") { visit, desk in
            try say(visit, desk, visit.maintenance().record.number).id
        } refused: { visit, fault in
            try visit.told(of: visit.maintenance(), faults: [fault])
        }
    }

    /// A form that says something in public: back to what it is about, or the page again with why not and what was typed.
    private func publish(
        _ path: String, _ say: @escaping @Sendable (PageVisit, CommitmentDesk) throws -> String,
        refused: @escaping @Sendable (PageVisit, Fault) throws -> PageContent
    ) -> Route {
        post(path, for: .right(.publish)) { visit in
            let fault: PublishFault
            do {
                let id = try say(visit, try visit.session().publicDesk)
                let isIncident = id.hasPrefix(LoopRecord.Kind.incident.letter)
                return try visit.back(
                    orTo: isIncident ? "/incidents/\(id)" : "/maintenance/\(id)",
                    saying: FlashNote(key: "publish.done", arguments: ["id": .text(id)]))
            } catch let error as PublishFault {
                fault = error
            } catch let error as CommitmentError {
                guard let found = PublishFault(error) else { throw error }
                fault = found
            }
            return visit.reply(try refused(visit, fault.fault(in: visit)), status: .unprocessableContent)
        }
    }
}

extension PageVisit {
    /// What a field says; `nil` where it says nothing.
    fileprivate func filled(_ name: String) -> String? { field(name).isEmpty ? nil : field(name) }

    /// The moment that a field has to say.
    fileprivate func required(_ part: PublishForm.Part) throws(PublishFault) -> Instant {
        guard let moment = try moment(part) else { throw PublishFault(part: part, key: "moment") }
        return moment
    }

    /// The incident of the address.
    fileprivate func incident() throws -> Incident {
        try session().publicDesk.incident(try number(LoopRecord.Kind.incident.letter))
    }

    /// The maintenance of the address.
    fileprivate func maintenance() throws -> Maintenance {
        try session().publicDesk.maintenance(try number(LoopRecord.Kind.maintenance.letter))
    }

    private func number(_ letter: String) throws(Problem) -> Int64 {
        let id = request.parameter("id")
        guard id.hasPrefix(letter), let number = Int64(id.dropFirst(letter.count)) else { throw .notFound }
        return number
    }
}
