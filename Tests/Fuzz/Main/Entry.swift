import FuzzTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `FLYWHEEL_FUZZ_TARGET` names; libFuzzer keeps the command line for itself.
private let target: FuzzTarget = {
    let name = getenv("FLYWHEEL_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        print("error: FLYWHEEL_FUZZ_TARGET is \"\(name)\", expected one of \(FuzzTarget.all.map(\.name))")
        exit(64)
    }
    return target
}()

/// Called by libFuzzer with each input it makes up. It takes a crash for a find, so that is how a find is told.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.read(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(target.name): \(error)")
    }
    return 0
}
