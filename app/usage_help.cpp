#include "app/usage_help.h"

#include "engine/base/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace rbm {

namespace {

/// Optimal string alignment: as Levenshtein's distance, with exchanges of two neighbours.
std::size_t slipsBetween(const std::string &a, const std::string &b) {
    std::vector<std::vector<std::size_t>> slips(a.size() + 1,
                                                std::vector<std::size_t>(b.size() + 1));
    std::iota(slips[0].begin(), slips[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        slips[i][0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            slips[i][j] = std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1,
                                    slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
    }
    return slips[a.size()][b.size()];
}

std::vector<std::string> commandsOf(const CLI::App &app) {
    std::vector<std::string> names;
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> optionsOf(const CLI::App &app) {
    std::vector<std::string> names;
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames())
            names.push_back("--" + name);
    }
    return names;
}

std::string guess(const std::string &typed, const std::vector<std::string> &words) {
    const std::string near = nearestWord(typed, words);
    return near.empty() ? "" : fmt::format(" Did you mean {}?", near);
}

} // namespace

std::string nearestWord(const std::string &typed, const std::vector<std::string> &words) {
    constexpr std::size_t kSlips = 2;
    constexpr std::size_t kLongest = 60; // nobody types more than two letters wrong of more
    std::string nearest;
    std::size_t fewest = kSlips + 1;
    for (const std::string &word : words) {
        const std::size_t slips = typed.size() > kLongest ? fewest : slipsBetween(typed, word);
        if (slips < std::min(fewest, word.size())) {
            fewest = slips;
            nearest = word;
        }
    }
    return nearest;
}

std::string explainExtras(const CLI::App &app) {
    const std::vector<std::string> rest = app.remaining(true);
    const auto parsed = app.get_subcommands();
    if (parsed.empty()) {
        const std::string word = rest.empty() ? std::string() : rest.front();
        const std::vector<std::string> commands = commandsOf(app);
        return fmt::format(
            "There is no command '{}'.{} The commands are {}; rbm --help tells more.", shown(word),
            guess(word, commands), fmt::join(commands, ", "));
    }
    const CLI::App &command = *parsed.front();
    const auto option = std::find_if(rest.begin(), rest.end(), [](const std::string &word) {
        return word.size() > 1 && word[0] == '-';
    });
    if (option != rest.end()) {
        const std::string name = option->substr(0, option->find('='));
        return fmt::format("{0} knows no option {1}.{2} rbm {0} --help lists all.",
                           command.get_name(), shown(name), guess(name, optionsOf(command)));
    }
    return fmt::format("{0} has no use for '{1}'; rbm {0} --help tells what it takes.",
                       command.get_name(), rest.empty() ? std::string() : shown(rest.front()));
}

} // namespace rbm
