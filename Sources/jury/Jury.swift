import ArgumentParser
@main struct Jury: ParsableCommand {}
