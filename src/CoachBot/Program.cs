Console.WriteLine("CoachBot");
