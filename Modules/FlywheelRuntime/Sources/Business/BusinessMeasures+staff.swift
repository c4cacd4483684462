import FlywheelKit
import FlywheelStore

extension BusinessMeasures {
    /// Counts who works the queue, as the newest fresh files of people say. Who is named by several accounts is one person,
    /// with the most hours that one of them names.
    mutating func countStaff(in store: any FactStore, _ ledger: FeedLedger, zones: Zones) throws {
        guard !ledger.sourcesForAll(of: People.feed).isEmpty else { return }
        let reader = ChunkReader(
            store: store, ledger: ledger, inputs: [People.feed.helping(People.name, People.hoursPerWeek)], windows: [])
        var hours: [String: Double] = [:]
        for place in try store.chunks(of: .account) {
            let owner = FeedLedger.Owner(account: place.account, marketplace: place.marketplace)
            guard ledger.isFresh(People.feed, for: owner),
                let chunk = try reader.chunk(at: place, zone: zones.zone(ofMarketplace: place.marketplace))?.chunk
            else { continue }
            let people = chunk.details(of: People.feed)
            for (name, own) in zip(people[People.name], people[People.hoursPerWeek]) {
                guard let name, let own, own >= 0 else { continue }
                hours[name] = max(hours[name] ?? 0, own)
            }
        }
        guard !hours.isEmpty else { return }
        staff = hours.count
        // In the order of names, so that the sum does not depend on how files were read.
        staffHours = hours.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }
}
