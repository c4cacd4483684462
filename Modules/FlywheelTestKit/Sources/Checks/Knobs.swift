import FlywheelKit
import Foundation

extension Trial {
    func knobs() -> [String] {
        let knobs = S.Knobs.tunable
        let names = Dictionary(grouping: knobs, by: \.name).filter { $1.count > 1 }.keys.sorted()
        return names.map { "two knobs are called \"\($0)\". Give every knob the name of its property" }
            + knobs.flatMap { outOfRange($0) + misnamed($0) }
    }

    private func outOfRange(_ knob: Knob<S.Knobs>) -> [String] {
        guard knob.range.lowerBound.isFinite, knob.range.upperBound.isFinite else {
            return ["\(knob.name) ranges over \(knob.range). State finite bounds, so that tuning has an end"]
        }
        return [("by default", S.Knobs()), ("as given", given.knobs)].compactMap {
            let value = $1[keyPath: knob.path]
            guard !knob.range.contains(value) else { return nil }
            return "\(knob.name) is \(value) \($0), outside its range \(knob.range). Move the value, or widen the range"
        }
    }

    /// A value that nobody would choose must turn up under the knob's name in the configuration.
    private func misnamed(_ knob: Knob<S.Knobs>) -> [String] {
        var marked = S.Knobs()
        let mark = 1_234.5
        marked[keyPath: knob.path] = mark
        guard let data = try? JSONEncoder().encode(marked),
            let written = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            written[knob.name] as? Double == mark
        else {
            return [
                "\(knob.name) does not stand under that name in the configuration. Call the knob as its property is coded"
            ]
        }
        return []
    }
}
