import FlywheelHost
import Settings

/// How the server serves. Every value knows what set it: a flag, a variable of the environment, the configuration, or the
/// default, of which the first that says something wins.
struct ServeSettings: Sendable {
    /// A value and what set it.
    struct Sourced<Value: Sendable>: Sendable {
        var value: Value
        var origin: String
    }

    enum Key: String, CaseIterable, Sendable {
        /// The address to listen at.
        case host
        /// The port to listen on.
        case port
        /// The address people type, such as `https://flywheel.example.com`.
        case address
        /// A folder whose new files are imported.
        case watch
        /// The longest time between two rotations, in minutes.
        case rotateMinutes
        /// The identity provider by which people may sign in, an https address.
        case oidcIssuer
        /// What the provider calls this server.
        case oidcClient
        /// A file that holds what this server shows the provider.
        case oidcSecretFile

        /// The variable of the environment that sets it.
        var variable: String {
            switch self {
            case .host: "FLYWHEEL_HOST"
            case .port: "FLYWHEEL_PORT"
            case .address: "FLYWHEEL_ADDRESS"
            case .watch: "FLYWHEEL_WATCH"
            case .rotateMinutes: "FLYWHEEL_ROTATE_MINUTES"
            case .oidcIssuer: "FLYWHEEL_OIDC_ISSUER"
            case .oidcClient: "FLYWHEEL_OIDC_CLIENT"
            case .oidcSecretFile: "FLYWHEEL_OIDC_SECRET_FILE"
            }
        }

        /// The flag that sets it.
        var flag: String {
            switch self {
            case .rotateMinutes: "--rotate-minutes"
            default: "--\(rawValue)"
            }
        }
    }

    var host = Sourced(value: "127.0.0.1", origin: "the default")
    var port = Sourced(value: 8080, origin: "the default")
    var address = Sourced<String?>(value: nil, origin: "the default")
    var watch = Sourced<String?>(value: nil, origin: "the default")
    var rotateMinutes = Sourced(value: 60, origin: "the default")
    var oidcIssuer = Sourced<String?>(value: nil, origin: "the default")
    var oidcClient = Sourced<String?>(value: nil, origin: "the default")
    var oidcSecretFile = Sourced<String?>(value: nil, origin: "the default")

    /// Whether people come over TLS, which something in front of the server ends: cookies are kept to it then.
    var isSecure: Bool { address.value?.hasPrefix("https://") ?? false }

    private enum Section: String, CaseIterable { case serve }

    /// What the configuration says, overruled by the environment, overruled by flags.
    ///
    /// - Parameters:
    ///   - yaml: the configuration's text.
    ///   - folder: what relative paths in it start from.
    ///   - flags: the values of flags that were given.
    init(yaml: String?, folder: String = "", environment: [String: String], flags: [Key: String] = [:]) throws {
        let entries = try yaml.flatMap { try SettingsNode(yaml: $0)?.entries() } ?? []
        if let section = try entries.first(where: { $0.key == Section.serve.rawValue })?.value.section(Key.self) {
            for key in Key.allCases {
                guard let node = section[key] else { continue }
                var text = try node.text()
                if key == .watch || key == .oidcSecretFile, !text.hasPrefix("/"), !folder.isEmpty {
                    text = "\(folder)/\(text)"
                }
                try set(key, text, origin: "configuration") { node.refused($0, expected: $1) }
            }
        }
        for key in Key.allCases {
            if let text = environment[key.variable], !text.isEmpty {
                try set(key, text, origin: "$\(key.variable)") {
                    ConfigurationError.value(key: "$\(key.variable)", found: $0, expected: $1)
                }
            }
            if let text = flags[key] {
                try set(key, text, origin: key.flag) {
                    ConfigurationError.value(key: key.flag, found: $0, expected: $1)
                }
            }
        }
    }

    private mutating func set(
        _ key: Key, _ text: String, origin: String, refuse: (_ found: String, _ expected: String) -> ConfigurationError
    ) throws(ConfigurationError) {
        switch key {
        case .host: host = Sourced(value: text, origin: origin)
        case .port:
            guard let number = Int(text), (0...65_535).contains(number) else {
                throw refuse(text, "a whole number from 0 to 65535")
            }
            port = Sourced(value: number, origin: origin)
        case .address:
            guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.hasSuffix("/") else {
                throw refuse(text, "an address such as https://flywheel.example.com, without a slash at its end")
            }
            address = Sourced(value: text, origin: origin)
        case .watch: watch = Sourced(value: text, origin: origin)
        case .oidcIssuer: oidcIssuer = Sourced(value: text, origin: origin)
        case .oidcClient: oidcClient = Sourced(value: text, origin: origin)
        case .oidcSecretFile: oidcSecretFile = Sourced(value: text, origin: origin)
        case .rotateMinutes:
            guard let number = Int(text), (1...1_440).contains(number) else {
                throw refuse(text, "a whole number from 1 to 1440")
            }
            rotateMinutes = Sourced(value: number, origin: origin)
        }
    }

    /// Each value with what set it, for people who wonder.
    var lines: [(key: Key, value: String, origin: String)] {
        [
            (.host, host.value, host.origin), (.port, String(port.value), port.origin),
            (.address, address.value ?? "none", address.origin), (.watch, watch.value ?? "none", watch.origin),
            (.rotateMinutes, String(rotateMinutes.value), rotateMinutes.origin),
            (.oidcIssuer, oidcIssuer.value ?? "none", oidcIssuer.origin),
            (.oidcClient, oidcClient.value ?? "none", oidcClient.origin),
            (.oidcSecretFile, oidcSecretFile.value ?? "none", oidcSecretFile.origin),
        ]
    }
}
