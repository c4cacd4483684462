import FlywheelWeb

extension Diagnostic {
    /// Why the server cannot listen.
    init(_ error: CannotListen) {
        let place = "\(error.host):\(error.port)"
        let (sentence, help) =
            switch error.reason {
            case .taken:
                ("\(place) is taken by another program", "--port N or --metrics-port N, or end the other program")
            case .forbidden: ("\(place) may not be listened at by this user", "name a port from 1024 on: --port N")
            case .elsewhere: ("\(place) is no address of this machine", "--host 127.0.0.1, or 0.0.0.0 for all it has")
            }
        self.init("cannot-listen", sentence, help: help, exit: .failed)
    }
}
