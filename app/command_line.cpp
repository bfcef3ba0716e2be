#include "app/command_line.h"

#include "app/command_options.h"
#include "app/usage_help.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <new>
#include <vector>

#ifndef RBM_VERSION
#define RBM_VERSION "development"
#endif

namespace rbm {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
constexpr int kInterrupted = 130;

int runParsed(const std::vector<Command> &commands, Console &console) {
    for (const Command &command : commands) {
        if (command.options->parsed())
            return command.run(console);
    }
    return kWrongUsage;
}

/// Throws UsageError where nobody knows one of the arguments, else ParseError.
void parse(CLI::App &app, const std::vector<std::string> &args) {
    try {
        app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
    } catch (const CLI::ExtrasError &) {
        throw UsageError(explainExtras(app));
    } catch (const CLI::RequiredError &) { // of a command, where another word stands
        if (app.get_subcommands().empty() && !app.remaining().empty())
            throw UsageError(explainExtras(app));
        throw;
    }
}

int parseAndRun(const std::vector<std::string> &args, Console &console) {
    CLI::App app("Trains, evaluates and samples restricted Boltzmann machines.", "rbm");
    app.option_defaults()->always_capture_default();
    // As in the original: of an option that is given twice the last counts.
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app.set_version_flag("--version", std::string("rbm " RBM_VERSION));
    app.require_subcommand(1);
    const std::vector<Command> commands = {makeTrainCommand(app),     makeEvaluateCommand(app),
                                           makeSampleCommand(app),    makeFiltersCommand(app),
                                           makeMixingCommand(app),    makeFetchCommand(app),
                                           makeBenchmarkCommand(app), makeInfoCommand(app)};
    try {
        parse(app, args);
    } catch (const CLI::ParseError &error) {
        return app.exit(error, console.out, console.err) == 0 ? kDone : kWrongUsage;
    }
    return runParsed(commands, console);
}

int fail(std::ostream &err, const char *sentence, int code) {
    err << "rbm: " << sentence << std::endl;
    return code;
}

} // namespace

int runCommandLine(const std::vector<std::string> &args, std::ostream &out, std::ostream &err,
                   bool terminal) {
    Console console{out, err, terminal};
    try {
        const int code = parseAndRun(args, console);
        out.flush();
        return out.good() ? code : fail(err, "Cannot write to standard output.", kFailed);
    } catch (const UsageError &error) {
        return fail(err, error.what(), kWrongUsage);
    } catch (const Interrupted &) {
        return fail(err, "Interrupted.", kInterrupted);
    } catch (const std::bad_alloc &) {
        return fail(err, "Not enough memory for this; try smaller numbers.", kFailed);
    } catch (const std::exception &error) {
        return fail(err, error.what(), stopRequested.load() ? kInterrupted : kFailed);
    }
}

} // namespace rbm
