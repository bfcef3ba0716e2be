#include "app/command_line.h"

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#ifndef _WIN32
#include <unistd.h>
#endif

namespace {

/// The first Ctrl+C asks politely, the second ends the program.
void requestStop(int number) {
    rbm::stopRequested.store(true);
    std::signal(number, SIG_DFL);
}

bool isTerminal() {
#ifdef _WIN32
    return false;
#else
    return isatty(STDERR_FILENO) == 1;
#endif
}

} // namespace

int main(int argc, char **argv) {
    std::signal(SIGINT, requestStop);
    std::signal(SIGXFSZ, SIG_IGN); // the write fails then, and the sentence says so
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    return rbm::runCommandLine(args, std::cout, std::cerr, isTerminal());
}
