import Cases
import FlywheelKit
import WebPages

/// A promise as it stands on a page: when it falls due by business hours, and how old the case is by the clock.
struct CaseClock {
    let reading: ClockReading
    let reader: Reader

    /// In a row of the inbox.
    var short: HTML {
        let isAwaited = reading.stopped == nil && (reading.state == .running || reading.state == .breached)
        return isAwaited
            ? reader.deadline(reading.due) : reader.phrases("cases.clock.state.\(reading.state.rawValue.camelCased)")
    }

    /// In a row of the inbox, with what it is called.
    var line: HTML {
        phrases("cases.clock.line", ["clock": .html(name), "due": .html(short)])
    }

    private var phrases: Phrases { reader.phrases }

    /// What it is called.
    var name: HTML { reader.phrases("cases.clock.kind.\(reading.kind.rawValue.camelCased)") }

    /// On the page of its case: business time used of what was promised, and the age of the case by the clock.
    var full: HTML {
        var parts = [short]
        if let used = reading.used {
            parts.append(
                reader.phrases(
                    "cases.clock.used",
                    [
                        "used": .text(reader.formats.workingTime(used)),
                        "promised": .text(reader.formats.workingTime(reading.promised)),
                    ]))
        }
        if let age = reading.age {
            parts.append(reader.phrases("cases.clock.age", ["age": .text(reader.formats.elapsed(age))]))
        }
        let promise: HTML = "<span translate=\"no\">\(reading.promise.id)</span>"
        parts.append(reader.phrases("cases.clock.promise", ["promise": .html(promise)]))
        return parts.joined(by: "<br>")
    }
}
