import Cases
import Statistics
import Triage

extension AutomationReference {
    /// What a model made of the messages it was trained on without having seen them; `nil` without any.
    init?(_ judged: [JudgedMessage]) {
        guard let certainties = PopulationStability(reference: judged.map(\.certainty)) else { return nil }
        self.init(certainties: certainties, labels: judged.reduce(into: [:]) { $0[$1.label, default: 0] += 1 })
    }
}
