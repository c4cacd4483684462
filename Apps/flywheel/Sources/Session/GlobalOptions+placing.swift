extension GlobalOptions {
    private static let valued = [
        "--store", "--config", "--as", "--as-of", "--format", "--width", "--color", "--progress",
    ]
    private static let flags = ["-q", "--quiet", "-v", "--verbose", "--ascii"]

    /// The arguments with those that every command takes moved from before the command to the end, where its parser looks
    /// for them: `flywheel --store FILE queue` means `flywheel queue --store FILE`.
    static func last(_ arguments: [String]) -> [String] {
        var command = arguments[...]
        var moved: [String] = []
        while let first = command.first {
            let name = first.split(separator: "=", maxSplits: 1).first.map(String.init) ?? first
            if flags.contains(first) || (valued.contains(name) && first.contains("=")) {
                moved.append(command.removeFirst())
            } else if valued.contains(first), command.count > 1 {
                moved += [command.removeFirst(), command.removeFirst()]
            } else {
                break
            }
        }
        // After `--` everything is a plain argument.
        let end = command.firstIndex(of: "--") ?? command.endIndex
        return command.isEmpty ? arguments : Array(command[..<end] + moved + command[end...])
    }

    /// Colours before any flag was read.
    static func plainInk(for surroundings: Surroundings) -> Ink {
        Ink(
            isOn: surroundings.errors.isTerminal && (surroundings.environment["NO_COLOR"] ?? "").isEmpty
                && surroundings.environment["TERM"] != "dumb")
    }
}
