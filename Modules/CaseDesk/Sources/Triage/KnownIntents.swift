import Cases
public import FlywheelStore
import Triage

extension DeskSettings {
    /// What cases may be about, as far as anybody said: what rules are for, what triage suggests to begin with, and what it was
    /// trained on. There is no list that an intent has to be in.
    public func knownIntents(in store: any CaseStore) throws -> Set<String> {
        let conditions =
            promiseRules.map(\.conditions) + routingRules.map(\.conditions) + checklists.compactMap(\.conditions)
        let trained = try KeptTriage(trainedIn: store)?.triage.languages.values.flatMap(\.model.labels) ?? []
        return conditions.reduce(into: automation.intents.union(trained)) { $0.formUnion($1.intents) }
            .union(outreach.flatMap(\.intents)).union(StarterPhrases.intents)
    }
}
