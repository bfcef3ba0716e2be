#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace rbm {

/// The English of a sentence with so many arguments: a literal in which %1, %2 and so on stand
/// for them, each at least once. Any other does not compile.
template <std::size_t arguments>
struct SentenceTemplate {
    static_assert(arguments < 10, "one digit tells which");
    const char *english;

    // Implicit, so that a literal can be written where a template is asked for.
    consteval SentenceTemplate(const char *literal) : english(literal) {
        bool used[10] = {};
        for (const char *at = literal; *at != '\0'; ++at) {
            if (*at == '%' && at[1] >= '0' && at[1] <= '9') {
                used[at[1] - '0'] = true;
            }
        }
        for (std::size_t place = 0; place < 10; ++place) {
            if (used[place] != (place >= 1 && place <= arguments)) {
                throw "the placeholders are not those of the arguments";
            }
        }
    }
};

/// Something said to a person, with its parts apart: `Sentence("'%1' has %2 units.", name, units)`.
/// The command line says it in English. The window looks the template up among its translations
/// and says it in its own language (ui/support/error_text.h), parts that are sentences included.
///
/// lupdate finds a template where it is a literal right after `Sentence(`. Other languages order
/// their words in other ways, so write whole sentences of few parts.
///
/// A value, cheap to copy. All of it stands here, for modules such as rbm_cuda.so do not link the
/// engine.
class Sentence {
public:
    /// A number as English writes it, perhaps with a unit: "12.3 GB".
    struct Number {
        std::string english;
    };

    /// How a language says things.
    struct Language {
        std::function<std::string(const char *)> words; ///< of an English template
        std::function<std::string(const std::string &)> number;
        bool smallAfterColon = false; ///< whether a sentence begins with a small letter there
    };

    Sentence() = default; ///< says nothing
    /// Each argument is a std::string, which is the same in every language, a number, or a
    /// Sentence.
    template <typename... Arguments>
    explicit Sentence(std::type_identity_t<SentenceTemplate<sizeof...(Arguments)>> words,
                      Arguments... arguments)
        : m_words(words.english) {
        if constexpr (sizeof...(Arguments) > 0) {
            m_arguments = std::make_shared<const std::vector<Argument>>(
                std::vector<Argument>{toArgument(arguments)...});
        }
    }

    /// Text that is the same in every language, such as what the system says.
    static Sentence asItIs(std::string text) { return Sentence(kAsItIs, std::move(text)); }

    bool isEmpty() const { return *m_words == '\0'; }

    // The same as part of another: to go on after a colon, and without the full stop at its end.
    Sentence afterColon() const {
        Sentence part = *this;
        part.m_afterColon = true;
        return part;
    }
    Sentence withoutStop() const {
        Sentence part = *this;
        part.m_withoutStop = true;
        return part;
    }

    std::string english() const {
        return in({[](const char *words) { return std::string(words); },
                   [](const std::string &number) { return number; }, true});
    }

    std::string in(const Language &language) const {
        std::vector<std::string> said;
        for (std::size_t at = 0; m_arguments != nullptr && at < m_arguments->size(); ++at) {
            said.push_back(say((*m_arguments)[at], language));
        }
        const std::string_view words = m_words;
        const bool needsWords = !words.empty() && words != kAsItIs;
        std::string text = filled(needsWords ? language.words(m_words) : m_words, said);
        if (m_afterColon && language.smallAfterColon && text[0] >= 'A' && text[0] <= 'Z') {
            text[0] = static_cast<char>(text[0] - 'A' + 'a');
        }
        if (m_withoutStop && text.ends_with('.')) {
            text.pop_back();
        }
        return text;
    }

private:
    using Argument = std::variant<std::string, Number, Sentence>;
    static constexpr const char *kAsItIs = "%1"; ///< no words to translate

    static Argument toArgument(std::string text) { return text; }
    static Argument toArgument(Number number) { return number; }
    static Argument toArgument(Sentence part) { return part; }
    template <typename Value, typename = std::enable_if_t<std::is_arithmetic_v<Value>>>
    static Argument toArgument(Value value) {
        return Number{std::to_string(value)};
    }
    /// Words are to be a Sentence, or no language would translate them.
    static Argument toArgument(const char *) = delete;

    static std::string say(const Argument &argument, const Language &language) {
        if (const auto *part = std::get_if<Sentence>(&argument)) {
            return part->in(language);
        }
        if (const auto *number = std::get_if<Number>(&argument)) {
            return language.number(number->english);
        }
        return std::get<std::string>(argument);
    }

    /// Puts the arguments in for %1, %2 and so on, whatever stands in them.
    static std::string filled(std::string_view words, const std::vector<std::string> &arguments) {
        std::string text;
        for (std::size_t at = 0; at < words.size(); ++at) {
            const std::size_t place = words[at] == '%' && at + 1 < words.size()
                                          ? static_cast<std::size_t>(words[at + 1]) - '1'
                                          : arguments.size();
            if (place < arguments.size()) {
                text += arguments[place];
                ++at;
            } else {
                text += words[at];
            }
        }
        return text;
    }

    const char *m_words = "";
    std::shared_ptr<const std::vector<Argument>> m_arguments; ///< null: none
    bool m_afterColon = false;
    bool m_withoutStop = false;
};

} // namespace rbm
