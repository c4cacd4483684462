import ArgumentParser
import Calendars
import Commitments
import FlywheelKit
import FlywheelStore

/// What was said of something that everybody is told of, as commands take and show it.
protocol ToldInPublic: NoticeBody {
    /// What people call one.
    static var noun: String { get }
    /// What was told of one, as a command prints it.
    static func answer(_ notice: Notice<Self>, asOf now: Instant) -> any Answer
    /// The one of a number.
    static func found(_ number: Int64, at desk: CommitmentDesk) throws -> Notice<Self>
}

extension IncidentBody: ToldInPublic {
    static var noun: String { "incident" }
    static func found(_ number: Int64, at desk: CommitmentDesk) throws -> Incident { try desk.incident(number) }
    static func answer(_ notice: Incident, asOf now: Instant) -> any Answer {
        IncidentAnswer(incident: notice, asOf: now)
    }
}

extension MaintenanceBody: ToldInPublic {
    static var noun: String { "maintenance" }
    static func found(_ number: Int64, at desk: CommitmentDesk) throws -> Maintenance { try desk.maintenance(number) }
    static func answer(_ notice: Maintenance, asOf now: Instant) -> any Answer {
        MaintenanceRecordAnswer(maintenance: notice, asOf: now)
    }
}

/// Which one is meant.
struct ToldOptions<Body: ToldInPublic>: ParsableArguments {
    @Argument(help: ArgumentHelp("The \(Body.noun).", valueName: "id"))
    var id: String

    func number() throws -> Int64 { try Session.number(id, letter: Body.kind.letter) }
}

/// A command that tells everybody something, and answers with all that was told.
protocol TellingCommand: AnsweringCommand {
    associatedtype Body: ToldInPublic
    /// Tells it; moments are as the zone has them.
    func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Notice<Body>
}

extension TellingCommand {
    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        return try Body.answer(tell(session.publicDesk, in: session.clock.zone), asOf: session.now)
    }
}

/// A command that shows all that was told of something.
protocol ToldCommand: AnsweringCommand {
    associatedtype Body: ToldInPublic
    /// Of what.
    var subject: ToldOptions<Body> { get }
}

extension ToldCommand {
    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        return try Body.answer(Body.found(subject.number(), at: session.publicDesk), asOf: session.now)
    }
}
