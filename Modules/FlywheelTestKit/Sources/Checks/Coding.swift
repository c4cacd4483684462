import FlywheelKit
import Foundation

extension Trial {
    func coding() -> [String] {
        let knobs = [("the knobs", given.knobs), ("the default knobs", S.Knobs())].compactMap(lost)
        let models = [("the model", model), ("the model of a new installation", S.Model())].compactMap(lost)
        let evidence = everyFinding.compactMap { chunk, finding in
            lost("the evidence of \(place(chunk, finding.row))", finding.evidence)
        }
        return knobs + models + evidence
    }

    private func lost(_ what: String, _ value: some Codable & Equatable) -> String? {
        func copy<Value: Codable>(_ value: Value) throws -> Value {
            try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
        }
        do {
            let back = try copy(value)
            guard back != value else { return nil }
            return "\(what) was stored as \(value) and came back as \(back). Code every stored property"
        } catch {
            return "\(what), \(value), cannot be stored as JSON: \(error). Numbers have to be finite"
        }
    }
}
