#include "app/command_line.h"

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// The first Ctrl+C asks politely, the second ends the program.
void requestStop(int number) {
    rbm::stopRequested.store(true);
    std::signal(number, SIG_DFL);
}

} // namespace

int main(int argc, char **argv) {
    std::signal(SIGINT, requestStop);
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    return rbm::runCommandLine(args, std::cout, std::cerr);
}
