import FlywheelKit

extension Trial {
    func measures() -> [String] {
        [("an empty record", TrackRecord()), ("a record", learn(lessons))].flatMap { what, record in
            let measures = S.measure(record)
            let repeated = Dictionary(grouping: measures, by: \.name).filter { $1.count > 1 }.keys.sorted()
            let infinite = measures.filter { !$0.value.isFinite }
            return infinite.map {
                "\"\($0.name)\" of \(what) is \($0.value). Expected a finite number: start from a prior, not from 0/0"
            } + repeated.map { "\"\($0)\" of \(what) is measured twice. Give every measure a name of its own" }
        }
    }
}
