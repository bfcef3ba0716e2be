#pragma once

#include <QString>

#include <exception>

namespace rbm {

class Sentence;

/// In the language that the program speaks (ui/support/language.h). Any thread may ask.
QString textOf(const Sentence &sentence);

/// What an error says to a person: the sentence of an Error in the language that the program
/// speaks, of any other what() as it is.
QString errorText(const std::exception &error);

} // namespace rbm
