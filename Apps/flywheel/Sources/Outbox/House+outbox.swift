import ArgumentParser
import Calendars
import FlywheelHost
import FlywheelRuntime
import FlywheelStore
import Learning
import Outbox
import People

extension House {
    /// What sends everything that is due, with the given couriers.
    func dispatcher(_ couriers: Couriers) -> Dispatcher {
        let zone = host.configuration.policy.calendar.zone
        let digests = DigestPost(outbox.digests, zone: zone) { name, reader in
            try Habit(rawValue: name).flatMap { try digest($0, for: reader) }
        }
        return Dispatcher(
            store: host.store, courier: couriers, digests: digests,
            telling: EventTelling(outbox, plan: host.plan, zone: zone.identifier, now: now),
            now: now)
    }

    /// Sends once what is due.
    func sendOnce() throws -> Dispatcher.Tally {
        let dispatcher = dispatcher(Couriers(outbox))
        return try Waiting.finish { try await dispatcher.turn() }
    }

    /// A routine as something to send, which nobody in particular asked for, over the accounts that its reader may know of; `nil`
    /// where nothing was looked at yet.
    private func digest(_ habit: Habit, for reader: DigestReader) throws -> Digest? {
        let house = try narrowed(to: reader.accounts.map(AccountScope.only) ?? .all)
        guard try house.host.store.currentRotation() != nil else { return nil }
        let session = try Session(
            try GlobalOptions.parse(["--as", "flywheel"]), house.surroundings(acting: "flywheel"))
        let page = Page(width: 72, ink: Ink(isOn: false), clock: session.clock)
        let answer = DigestAnswer(
            try session.habit(habit), on: page, for: session.reader(reader.words), over: session.scope,
            simulatedSeed: session.simulated?.seed)
        return Digest(
            mail: answer.mail, json: answer.json.line)
    }
}
