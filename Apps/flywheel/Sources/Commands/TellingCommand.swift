import ArgumentParser
import Calendars
import Commitments
import FlywheelKit
import FlywheelStore

/// Something that everybody is told of: an incident, or announced work.
protocol ToldInPublic: Sendable {
    /// What it is kept as.
    static var kind: LoopRecord.Kind { get }
    /// What people call one.
    static var noun: String { get }
    /// What was told of it, as a command prints it.
    func answer(asOf now: Instant) -> any Answer
    /// The one of a number.
    static func found(_ number: Int64, at desk: CommitmentDesk) throws -> Self
}

extension Incident: ToldInPublic {
    static var kind: LoopRecord.Kind { .incident }
    static var noun: String { "incident" }
    static func found(_ number: Int64, at desk: CommitmentDesk) throws -> Incident { try desk.incident(number) }
    func answer(asOf now: Instant) -> any Answer { IncidentAnswer(incident: self, asOf: now) }
}

extension Maintenance: ToldInPublic {
    static var kind: LoopRecord.Kind { .maintenance }
    static var noun: String { "maintenance" }
    static func found(_ number: Int64, at desk: CommitmentDesk) throws -> Maintenance { try desk.maintenance(number) }
    func answer(asOf now: Instant) -> any Answer { MaintenanceRecordAnswer(maintenance: self, asOf: now) }
}

/// Which one is meant.
struct ToldOptions<Record: ToldInPublic>: ParsableArguments {
    @Argument(help: ArgumentHelp("The \(Record.noun).", valueName: "id"))
    var id: String

    func number() throws -> Int64 { try Session.number(id, letter: Record.kind.letter) }
}

/// A command that tells everybody something, and answers with all that was told.
protocol TellingCommand: AnsweringCommand {
    associatedtype Record: ToldInPublic
    /// Tells it; moments are as the zone has them.
    func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Record
}

extension TellingCommand {
    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        return try tell(session.publicDesk, in: session.clock.zone).answer(asOf: session.now)
    }
}

/// A command that shows all that was told of something.
protocol ToldCommand: AnsweringCommand {
    associatedtype Record: ToldInPublic
    /// Of what.
    var subject: ToldOptions<Record> { get }
}

extension ToldCommand {
    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        return try Record.found(subject.number(), at: session.publicDesk).answer(asOf: session.now)
    }
}
